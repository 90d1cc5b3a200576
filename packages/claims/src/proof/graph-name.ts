import { platformCrypto } from './platform-crypto.ts';

/** `urn:sha256:` and the hash of a canonical text: a name for its content that nobody can choose. */
export async function graphName(canonical: string, platform = platformCrypto): Promise<string> {
  return graphOf(toHexadecimal(await platform.sha256(canonical)));
}

/** The name of a canonical text with this SHA-256, in hexadecimal. */
export function graphOf(hash: string): string {
  return `urn:sha256:${hash}`;
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHexadecimal(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}
