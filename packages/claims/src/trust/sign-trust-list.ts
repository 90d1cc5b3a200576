import { base64urlnopad } from '@scure/base';
import type { SigningKey } from '../proof/signing-key.ts';
import { TRUST_LIST_TYPE, type TrustListDocument } from './trust-list.ts';

const encoder = new TextEncoder();

/**
 * Signs a trust list: a compact JWS whose payload is the list, so that exactly what was signed is what is read,
 * by any JOSE library too.
 *
 * @throws {z.ZodError} when the list is not well formed
 * @see {@link https://www.rfc-editor.org/rfc/rfc7515#section-7.1 | RFC 7515, 7.1}
 */
export async function signTrustList(list: TrustListDocument, key: SigningKey): Promise<string> {
  const { trustListSchema } = await import('./trust-list-schema.ts');
  trustListSchema.parse(list);
  const header = { alg: 'EdDSA', kid: key.id, typ: TRUST_LIST_TYPE };
  const input = `${encode(header)}.${encode(list)}`;
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, encoder.encode(input));
  return `${input}.${base64urlnopad.encode(new Uint8Array(signature))}`;
}

function encode(value: object): string {
  return base64urlnopad.encode(encoder.encode(JSON.stringify(value)));
}
