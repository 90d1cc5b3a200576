import * as z from 'zod';
import { accessModeSchema } from './access-mode.ts';
import { fieldLimitsSchema } from './field-limits.ts';

/** JWT `typ` of a requesting party token (RFC 9068 §2.1). */
export const REQUESTING_PARTY_TOKEN_TYPE = 'at+jwt';

/** What a token allows: everything its grant allows, because clients use one token for many URLs. */
export const tokenPermissionSchema = z.object({
  resource: z.url(),
  modes: z.array(accessModeSchema).min(1),
  inherit: z.boolean(),
  /**
   * Kind of fact → what of it may be read, and of other kinds nothing; absent: the resources as they are. The vault
   * server gives out what it can derive, never the whole. No other permission of the token widens it.
   */
  fields: fieldLimitsSchema.exactOptional(),
});
export type TokenPermission = z.infer<typeof tokenPermissionSchema>;

/** Requesting party token, signed by the authority (ES256), for one vault server (UMA 2.0 Grant §3.3.5). */
export const requestingPartyTokenSchema = z.object({
  /** Base URL of the authority. */
  iss: z.url(),
  /** Base URL of the one vault server that may accept it. */
  aud: z.url(),
  /** WebID of the agency. */
  sub: z.url(),
  client_id: z.string().exactOptional(),
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
  /** Id of the access grant. */
  grant: z.url(),
  /** When the access grant itself ends, which a notification channel does not outlive; absent: it has no end. */
  grant_exp: z.int().exactOptional(),
  /** WebID of the citizen who granted. */
  owner: z.url(),
  permissions: z.array(tokenPermissionSchema).min(1),
  /**
   * GDPR Article 6(1) basis of lawful access, such as `https://w3id.org/dpv/legal/eu/gdpr#A6-1-e`; absent: consent of
   * the citizen. Such a token opens only what a source placed, to read, where the vault server's operator switched
   * that on.
   */
  legal_basis: z.url().exactOptional(),
  /** The holder is a registered source: what it writes counts as placed by a source. */
  source: z.literal(true).exactOptional(),
});
export type RequestingPartyToken = z.infer<typeof requestingPartyTokenSchema>;
