import type { JWTPayload } from 'jose';
import * as z from 'zod';
import { readCompactJws } from '../authentication/compact-jws.ts';
import { type Vault, vaultKey } from './vault.ts';
import { verifyHs256 } from './verify-hs256.ts';

/** Seconds the clocks of a vault server and the authority may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A message a vault server signed, or why it is not one. */
export type VaultMessage =
  | { readonly verified: true; readonly vault: Vault; readonly payload: JWTPayload }
  | { readonly verified: false; readonly reason: 'invalid' | 'expired' };

const claimsSchema = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number(),
  nbf: z.number().exactOptional(),
});

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
  // The name is not trusted: it only says whose secret the signature is checked with.
  const named = readCompactJws(jwt)?.payload['iss'];
  const vault = vaults.find((one) => one.baseUrl === named);
  if (vault === undefined) return refuse('invalid');
  const payload = claimsSchema.safeParse(verifyHs256(jwt, { typ, secret: vaultKey(vault) })).data;
  if (payload === undefined || ![payload.aud].flat().includes(baseUrl)) return refuse('invalid');
  const seconds = Math.floor(now.getTime() / 1000);
  const { iat, exp, nbf } = payload;
  if (nbf !== undefined && nbf > seconds + CLOCK_TOLERANCE_SECONDS) return refuse('invalid');
  if (exp <= seconds - CLOCK_TOLERANCE_SECONDS) return refuse('expired');
  if (maxAgeSeconds !== undefined) {
    const age = seconds - iat;
    if (age - CLOCK_TOLERANCE_SECONDS > maxAgeSeconds) return refuse('expired');
    if (age < -CLOCK_TOLERANCE_SECONDS) return refuse('invalid');
  }
  return { verified: true, vault, payload };
}

function refuse(reason: 'invalid' | 'expired'): VaultMessage {
  return { verified: false, reason };
}
