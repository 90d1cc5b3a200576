import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import type { SignedRequest } from './caller.ts';
import { readCompactJws } from './compact-jws.ts';

/** As the library has it; a proof it would accept for longer is left to it. */
const MAX_AGE_SECONDS = 120;
const MAX_KEYS = 10_000;

const coordinate = z.string().regex(/^[\w-]{43}$/);
const headerSchema = z.object({
  typ: z.literal('dpop+jwt'),
  alg: z.literal('ES256'),
  jwk: z.looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    d: z.undefined().optional(),
  }),
});
const payloadSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().min(1),
  ath: z.string().optional(),
  exp: z.undefined().optional(),
  nbf: z.undefined().optional(),
});

/**
 * Recognises the DPoP proofs that nearly all clients send: ES256, made now, for exactly this request (RFC 9449 §4.3).
 * Synchronous, so at a small part of the cost of `@solid/access-token-verifier`; it accepts nothing that the library
 * refuses, and whoever gets `undefined` asks the library.
 */
export function createProofRecognizer(): (
  request: SignedRequest & { readonly dpop: string },
  token: { readonly value: string; readonly jkt: string },
  now: Date,
) => { readonly jti: string } | undefined {
  const keys = new Map<string, KeyObject>();

  function keyOf(jwk: z.infer<typeof headerSchema>['jwk'], jkt: string): KeyObject | undefined {
    const { kty, crv, x, y } = jwk;
    // RFC 7638: members in this order, no spaces.
    const thumbprint = hash('sha256', JSON.stringify({ crv, kty, x, y }), 'base64url');
    if (thumbprint !== jkt) return undefined;
    let key = keys.get(jkt);
    if (key === undefined) {
      key = importKey({ kty, crv, x, y });
      if (key === undefined) return undefined;
      if (keys.size >= MAX_KEYS) keys.clear();
      keys.set(jkt, key);
    }
    return key;
  }

  return ({ dpop, method, url }, { value, jkt }, now) => {
    const jws = readCompactJws(dpop);
    const header = headerSchema.safeParse(jws?.header).data;
    const payload = payloadSchema.safeParse(jws?.payload).data;
    if (jws === undefined || header === undefined || payload === undefined) return undefined;
    const { htm, htu, iat, ath, jti } = payload;
    if (htm !== method || htu !== url) return undefined;
    if (Math.abs(now.getTime() / 1000 - iat) > MAX_AGE_SECONDS) return undefined;
    if (ath !== undefined && ath !== hash('sha256', value, 'base64url')) return undefined;
    const key = keyOf(header.jwk, jkt);
    if (key === undefined) return undefined;
    const { signed, signature } = jws;
    const dsaEncoding = 'ieee-p1363';
    const holds = verify('sha256', Buffer.from(signed), { key, dsaEncoding }, signature);
    return holds ? { jti } : undefined;
  };
}

function importKey(jwk: { kty: string; crv: string; x: string; y: string }) {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    // Not a point of the curve.
    return undefined;
  }
}
