import { graphOf, toHexadecimal } from './graph-name.ts';
import { type PlatformCrypto, platformCrypto } from './platform-crypto.ts';

/** What is signed, and the name of the document alone. */
export interface ProofHash {
  readonly message: Uint8Array<ArrayBuffer>;
  /** As `graphName` of the document. */
  readonly graph: string;
}

/**
 * hash(proof configuration) ‖ hash(document), both as canonical N-Quads. At once where the platform hashes at once.
 *
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.4}
 */
export function hashProof(
  proofConfig: string,
  document: string,
  { sha256, hashNow }: Pick<PlatformCrypto, 'sha256' | 'hashNow'> = platformCrypto,
): ProofHash | Promise<ProofHash> {
  // Node makes text of a hash sooner than bytes, and the name of the document needs the text.
  if (hashNow) return join(hashNow(proofConfig), hashNow(document));
  return Promise.all([sha256(proofConfig), sha256(document)]).then(([config, text]) =>
    join(toHexadecimal(config), toHexadecimal(text)),
  );
}

function join(configHash: string, documentHash: string): ProofHash {
  const message = new Uint8Array(64);
  readInto(message, 0, configHash);
  readInto(message, 32, documentHash);
  return { message, graph: graphOf(documentHash) };
}

function readInto(bytes: Uint8Array, at: number, hexadecimal: string): void {
  for (let digit = 0; digit < hexadecimal.length; digit += 2) {
    bytes[at + digit / 2] =
      (digitOf(hexadecimal.charCodeAt(digit)) << 4) | digitOf(hexadecimal.charCodeAt(digit + 1));
  }
}

/** Of a digit, or a small letter up to f. */
function digitOf(character: number): number {
  return character < 0x3a ? character - 0x30 : character - 0x57;
}
