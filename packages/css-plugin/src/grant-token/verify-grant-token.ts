import {
  REQUESTING_PARTY_TOKEN_TYPE,
  type RequestingPartyToken,
  requestingPartyTokenSchema,
} from '@grondslag/protocol';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Older tokens are refused whatever their `exp` says: what is remembered about grants is remembered for longer. */
export const MAX_TOKEN_AGE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 5;

export interface VerifyGrantTokenOptions {
  /** Base URL of the authority, the only issuer. */
  readonly authority: string;
  /** Base URL of this vault server, the only audience. */
  readonly baseUrl: string;
  readonly keys: JWTVerifyGetKey;
  readonly now?: () => Date;
}

export type GrantTokenVerification =
  | { readonly verified: true; readonly token: RequestingPartyToken }
  /** `reason`: code of the failed check, fit for logs. */
  | { readonly verified: false; readonly reason: string };

/** Checks a requesting party token as RFC 9068 §4 asks: type, signature, issuer, audience, expiry. */
export async function verifyGrantToken(
  jwt: string,
  { authority, baseUrl, keys, now = () => new Date() }: VerifyGrantTokenOptions,
): Promise<GrantTokenVerification> {
  try {
    const { payload } = await jwtVerify(jwt, keys, {
      algorithms: ['ES256'],
      typ: REQUESTING_PARTY_TOKEN_TYPE,
      issuer: authority,
      audience: baseUrl,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: MAX_TOKEN_AGE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now(),
    });
    const parsed = requestingPartyTokenSchema.safeParse(payload);
    return parsed.success
      ? { verified: true, token: parsed.data }
      : { verified: false, reason: 'unexpected_claims' };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { verified: false, reason: error.code };
    throw error;
  }
}
