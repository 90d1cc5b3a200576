import * as z from 'zod';

/** `/.well-known/uma2-configuration` (UMA 2.0 Grant §2), with the issuer the access-grant libraries look for. */
export const authorityMetadataSchema = z.looseObject({
  issuer: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  verifiable_credential_issuer: z.url(),
  grant_types_supported: z.array(z.string()),
  uma_profiles_supported: z.array(z.string()),
});
export type AuthorityMetadata = z.infer<typeof authorityMetadataSchema>;

/** `grant_type` of the exchange (UMA 2.0 Grant §3.3.1). */
export const UMA_TICKET_GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:uma-ticket';
/** `claim_token_format` of a verifiable presentation. */
export const VP_CLAIM_TOKEN_FORMAT = 'https://www.w3.org/TR/vc-data-model/#json-ld';

/** `POST token`, the good answer. */
export const tokenResponseSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.int().positive(),
});
export type TokenResponse = z.infer<typeof tokenResponseSchema>;
