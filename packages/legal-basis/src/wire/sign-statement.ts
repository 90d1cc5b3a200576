import canonicalize from 'canonicalize';

/** A private key of the platform. */
type PrivateKey = Parameters<typeof crypto.subtle.sign>[1];

/** Ed25519; `id` is its verification method in the register of participants. */
export interface StatementKey {
  readonly id: string;
  readonly privateKey: PrivateKey;
}

/** A compact JWS (RFC 7515, EdDSA) with a statement in canonical JSON (RFC 8785). */
export async function signStatement(statement: object, key: StatementKey): Promise<string> {
  const header = base64url(encodeStatement({ alg: 'EdDSA', kid: key.id }));
  const payload = base64url(encodeStatement(statement));
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, signed);
  return `${header}.${payload}.${base64url(new Uint8Array(signature))}`;
}

/** Canonical JSON, as bytes. */
export function encodeStatement(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(value) ?? '');
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
