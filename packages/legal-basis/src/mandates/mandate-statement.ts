import canonicalize from 'canonicalize';
import type { Mandate, MandateStep } from './mandate.ts';

/** What an official signs: which text of which mandate, as whom, and why. */
export interface MandateStatement {
  readonly mandate: string;
  readonly version: number;
  /** `mandateDigest` of it. */
  readonly sha256: string;
  readonly by: MandateStep['by'];
  readonly reasons: string;
}

/** SHA-256, in lower-case hex, of a mandate in canonical JSON (RFC 8785), without its steps: those come after. */
export async function mandateDigest({ steps: _after, ...text }: Mandate): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function mandateStatement(
  mandate: Mandate,
  { by, reasons }: Pick<MandateStep, 'by' | 'reasons'>,
): Promise<MandateStatement> {
  const { id, version } = mandate;
  return { mandate: id, version, sha256: await mandateDigest(mandate), by, reasons };
}

/** A private key of the platform. */
type PrivateKey = Parameters<typeof crypto.subtle.sign>[1];

/**
 * The `signature` of the step `decided`: a compact JWS (RFC 7515, EdDSA) with the statement in canonical JSON.
 *
 * @param key Ed25519; `id` is its verification method in the register of participants
 */
export async function signMandate(
  mandate: Mandate,
  decision: Pick<MandateStep, 'by' | 'reasons'>,
  key: { readonly id: string; readonly privateKey: PrivateKey },
): Promise<string> {
  const header = base64url(encode({ alg: 'EdDSA', kid: key.id }));
  const payload = base64url(encode(await mandateStatement(mandate, decision)));
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, signed);
  return `${header}.${payload}.${base64url(new Uint8Array(signature))}`;
}

function encode(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(value) ?? '');
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
