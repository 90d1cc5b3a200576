import { type PlatformCrypto, platformCrypto } from './platform-crypto.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is signed, and the SHA-256 of the document alone. */
export interface ProofHash {
  readonly message: Bytes;
  readonly documentHash: Bytes;
}

/**
 * hash(proof configuration) ‖ hash(document), both as canonical N-Quads. At once where the platform hashes at once.
 *
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.4}
 */
export function hashProof(
  proofConfig: string,
  document: string,
  { sha256 }: Pick<PlatformCrypto, 'sha256'> = platformCrypto,
): ProofHash | Promise<ProofHash> {
  const configHash = sha256(proofConfig);
  const documentHash = sha256(document);
  if (configHash instanceof Promise || documentHash instanceof Promise) {
    return Promise.all([configHash, documentHash]).then(([config, text]) => join(config, text));
  }
  return join(configHash, documentHash);
}

function join(configHash: Bytes, documentHash: Bytes): ProofHash {
  const message = new Uint8Array(64);
  message.set(configHash, 0);
  message.set(documentHash, 32);
  return { message, documentHash };
}
