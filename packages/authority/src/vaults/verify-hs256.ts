import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CompactJws, readCompactJws } from '../authentication/compact-jws.ts';

/** Whether the JWT is HS256 with exactly this `typ`, signed with `secret` (RFC 7518 §3.2); its claims are not looked at. */
export function verifyHs256(
  jwt: string,
  { typ, secret }: { readonly typ: string; readonly secret: Uint8Array },
): CompactJws['payload'] | undefined {
  const jws = readCompactJws(jwt);
  if (jws?.header['alg'] !== 'HS256' || jws.header['typ'] !== typ) return undefined;
  const expected = createHmac('sha256', secret).update(jws.signed).digest();
  const { signature } = jws;
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return undefined;
  }
  return jws.payload;
}
