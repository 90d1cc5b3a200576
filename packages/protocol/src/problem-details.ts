import * as z from 'zod';

/** Error body of every endpoint but the token endpoint (RFC 9457 §3.1); `code` is stable. */
export const problemDetailsSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().exactOptional(),
  instance: z.string().exactOptional(),
  code: z.string(),
});
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

/** Error body of the token endpoint (RFC 6749 §5.2, UMA 2.0 Grant §3.3.6). */
export const oauthErrorSchema = z.looseObject({
  error: z.string(),
  error_description: z.string().exactOptional(),
});
export type OAuthError = z.infer<typeof oauthErrorSchema>;

/** Answer of the token endpoint when the access grant was not sent with the ticket (UMA 2.0 Grant §3.3.6). */
export const neededClaimSchema = z.looseObject({
  error: z.literal('need_info'),
  /** Takes the place of the ticket that was sent. */
  ticket: z.string(),
  required_claims: z
    .array(
      z.object({
        claim_token_format: z.array(z.string()),
        claim_type: z.string(),
        friendly_name: z.string(),
        issuer: z.array(z.url()),
      }),
    )
    .min(1),
});
export type NeededClaim = z.infer<typeof neededClaimSchema>;
