import { type PlatformCrypto, platformCrypto } from './platform-crypto.ts';

/** What is signed, and the SHA-256 of the document alone. */
export interface ProofHash {
  readonly message: Uint8Array<ArrayBuffer>;
  readonly documentHash: Uint8Array<ArrayBuffer>;
}

/**
 * hash(proof configuration) ‖ hash(document), both as canonical N-Quads.
 *
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.4}
 */
export async function hashProof(
  proofConfig: string,
  document: string,
  { sha256 }: Pick<PlatformCrypto, 'sha256'> = platformCrypto,
): Promise<ProofHash> {
  const documentHash = await sha256(document);
  const message = new Uint8Array(64);
  message.set(await sha256(proofConfig), 0);
  message.set(documentHash, 32);
  return { message, documentHash };
}
