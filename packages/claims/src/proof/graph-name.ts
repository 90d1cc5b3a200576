import { platformCrypto } from './platform-crypto.ts';

/** `urn:sha256:` and the hash of a canonical text: a name for its content that nobody can choose. */
export async function graphName(canonical: string): Promise<string> {
  const hash = await platformCrypto.sha256(canonical);
  return `urn:sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
