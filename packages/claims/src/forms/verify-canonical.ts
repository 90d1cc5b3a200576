import { RDF_TYPE, XSD } from '@grondslag/vocab';
import { readLines } from '../nquads/read-lines.ts';
import { hashProof } from '../proof/hash-proof.ts';
import { kindOfMultikey } from '../proof/multikey.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { accept } from '../proof/prepare-proof.ts';
import { type FindPublicKey, type ProofVerification, refuse } from '../proof/proof-verification.ts';
import { importPublicKey } from '../proof/public-keys.ts';
import { readClaimedProof } from '../proof/read-claimed-proof.ts';
import type { VerifyProofOptions } from '../proof/verify-proof.ts';

/** A credential as whoever verified it before can keep it: what was hashed, and the signature. */
export interface CanonicalCredential {
  /** Canonical N-Quads of the credential without its proof. */
  readonly canonical: string;
  /** Canonical N-Quads of the proof without its value. */
  readonly proofConfig: string;
  readonly proofValue: string;
}

const SEC = 'https://w3id.org/security#';
const IRI = String.raw`<([^\x00-\x20<>"{}|^${'`'}\\]+)>`;
const INSTANT = String.raw`"([-\d:T.+Z]+)"\^\^<${XSD}dateTime>`;
const lines = [
  `<http://purl.org/dc/terms/created> ${INSTANT}`,
  `<${RDF_TYPE}> <${SEC}DataIntegrityProof>`,
  `<${SEC}cryptosuite> "eddsa-rdfc-2022"\\^\\^<${SEC}cryptosuiteString>`,
  `<${SEC}proofPurpose> <${SEC}assertionMethod>`,
  `<${SEC}verificationMethod> ${IRI}`,
];
const CONFIG = new RegExp(`^${lines.map((line) => `_:c14n0 ${line} \\.\\n`).join('')}$`);

/**
 * Checks again an `eddsa-rdfc-2022` proof of a credential that is kept in canonical form: nothing is expanded and
 * nothing canonicalized, the texts are hashed as they are. For proofs of the usual five members; `verifyStored`
 * is for any other.
 *
 * Takes both texts only in the one canonical form there is, so that what they say is what was signed.
 */
export async function verifyCanonical(
  { canonical, proofConfig, proofValue }: CanonicalCredential,
  publicKey: FindPublicKey,
  now: () => Date = () => new Date(),
  { platform = platformCrypto }: Pick<VerifyProofOptions, 'platform'> = {},
): Promise<ProofVerification> {
  const [, created, verificationMethod] = CONFIG.exec(proofConfig) ?? [];
  if (created === undefined) return refuse('invalid_proof');
  const statements = readLines(canonical);
  // In a graph of its own, a statement is quoted, not made.
  if (!statements || statements.some(({ graph }) => graph !== ''))
    return refuse('not_a_credential');
  const claimed = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    ...{ created, verificationMethod, proofValue },
  };
  const ed25519Key: FindPublicKey = (method) => {
    const key = publicKey(method);
    return key !== undefined && kindOfMultikey(key) === 'Ed25519' ? key : undefined;
  };
  const reading = readClaimedProof(undefined, claimed, ed25519Key, now);
  const read = reading instanceof Promise ? await reading : reading;
  if ('reason' in read) return read;
  const imported = importPublicKey(read.publicKey, platform);
  const hashed = hashProof(proofConfig, canonical, platform);
  const { message, graph } = hashed instanceof Promise ? await hashed : hashed;
  const verify = imported instanceof Promise ? await imported : imported;
  const verifying = verify(read.signature, message);
  return (verifying instanceof Promise ? await verifying : verifying)
    ? accept(read, canonical, graph)
    : refuse('invalid_proof');
}
