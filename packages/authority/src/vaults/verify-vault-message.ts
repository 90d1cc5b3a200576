import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { type Vault, vaultKey } from './vault.ts';

/** Seconds the clocks of a vault server and the authority may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A message a vault server signed, or why it is not one. */
export type VaultMessage =
  | { readonly verified: true; readonly vault: Vault; readonly payload: JWTPayload }
  | { readonly verified: false; readonly reason: 'invalid' | 'expired' };

/**
 * Verifies a JWT (HS256) of one of `vaults`, meant for this authority and of the type `typ`: one secret signs
 * several kinds of message and the type keeps them apart (RFC 8725 §3.11).
 */
export async function verifyVaultMessage(
  jwt: string,
  typ: string,
  {
    baseUrl,
    vaults,
    now,
    maxAgeSeconds,
  }: {
    readonly baseUrl: string;
    readonly vaults: readonly Vault[];
    readonly now: Date;
    /** Oldest `iat` accepted; absent: only `exp` counts. */
    readonly maxAgeSeconds?: number;
  },
): Promise<VaultMessage> {
  const vault = vaultNamedIn(jwt, vaults);
  if (vault === undefined) return { verified: false, reason: 'invalid' };
  try {
    const { payload } = await jwtVerify(jwt, vaultKey(vault), {
      algorithms: ['HS256'],
      typ,
      issuer: vault.baseUrl,
      audience: baseUrl,
      requiredClaims: ['exp', 'iat'],
      currentDate: now,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      ...(maxAgeSeconds === undefined ? {} : { maxTokenAge: maxAgeSeconds }),
    });
    return { verified: true, vault, payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { verified: false, reason: 'expired' };
    if (error instanceof errors.JOSEError) return { verified: false, reason: 'invalid' };
    throw error;
  }
}

// The name is not trusted: it only says whose secret the signature is checked with.
function vaultNamedIn(jwt: string, vaults: readonly Vault[]): Vault | undefined {
  try {
    const { iss } = decodeJwt(jwt);
    return vaults.find((vault) => vault.baseUrl === iss);
  } catch {
    return undefined;
  }
}
