import { sign } from 'node:crypto';
import type { TokenKey } from '../keys/authority-keys.ts';

/** Signs claims as a JWT with ES256 (RFC 7515 §3.1, RFC 7518 §3.4), without a trip to another thread. */
export function signEs256(
  claims: object,
  { typ, key: { kid, privateKey } }: { readonly typ: string; readonly key: TokenKey },
): string {
  const signed = `${encode({ alg: 'ES256', typ, kid })}.${encode(claims)}`;
  const dsaEncoding = 'ieee-p1363';
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
