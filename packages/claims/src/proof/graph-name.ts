import { platformCrypto } from './platform-crypto.ts';

/** `urn:sha256:` and the hash of a canonical text: a name for its content that nobody can choose. */
export async function graphName(canonical: string): Promise<string> {
  return graphOf(await platformCrypto.sha256(canonical));
}

/** The name of a canonical text with this SHA-256. */
export function graphOf(hash: Uint8Array): string {
  let name = 'urn:sha256:';
  for (const byte of hash) name += hexadecimal[byte];
  return name;
}

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
