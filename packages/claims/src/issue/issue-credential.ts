import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import type { DataIntegrityProof } from '../proof/data-integrity-proof.ts';
import type { SigningKey } from '../proof/signing-key.ts';
import { createProof, type IssueSuite } from './create-proof.ts';
import { type Issued, issuedDocument } from './issued-document.ts';
import type { StatusPlace } from './status-entry.ts';

export interface IssueOptions<Suite extends IssueSuite> {
  readonly suite: Suite;
  readonly key: SigningKey;
  readonly now: Date;
  /** Where its status is to be found; the list is for the caller to publish, see `signStatusList`. */
  readonly status?: StatusPlace | readonly StatusPlace[];
  /** Of the proof, for another proof to name. */
  readonly proofId?: string;
  /** `ecdsa-sd-2023`: what the holder cannot leave out, beside what every verifier needs. */
  readonly mandatoryPointers?: readonly string[];
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
  readonly contexts?: Contexts;
}

/**
 * Issues a credential: adds its status and one proof.
 *
 * @throws {ClaimsError} as `createProof`; `invalid_document` when it has a proof or a status already
 */
export async function issueCredential<T extends object, Suite extends IssueSuite>(
  credential: T,
  options: IssueOptions<Suite>,
): Promise<Issued<T, Suite>> {
  const { suite, key, now, status, proofId, mandatoryPointers = [], contexts } = options;
  const { document, neededPointers } = issuedDocument(credential, status);
  const proof = await createProof(document, {
    suite,
    key,
    created: now,
    ...(proofId !== undefined && { id: proofId }),
    mandatoryPointers: [...neededPointers, ...mandatoryPointers],
    contexts,
  });
  return { ...document, proof } as Issued<T, Suite>;
}

export interface AddProofOptions {
  readonly suite: Exclude<IssueSuite, 'ecdsa-sd-2023'>;
  readonly key: SigningKey;
  readonly now: Date;
  readonly proofId?: string;
  /** `id`s of proofs of the credential that this one signs too: a chain. None: a set. */
  readonly after?: readonly string[];
  readonly contexts?: Contexts;
}

/**
 * A further proof of a credential, by another signatory or in another suite.
 *
 * @throws {ClaimsError} as `createProof`; `invalid_document` when a proof of `after` is not there
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#add-proof-set-chain | Data Integrity, 4.3}
 */
export async function addProof<T extends { proof: unknown }>(
  credential: T,
  { suite, key, now, proofId, after = [], contexts }: AddProofOptions,
): Promise<Omit<T, 'proof'> & { proof: DataIntegrityProof<string>[] }> {
  const { proof: present, ...document } = credential;
  const proofs = (Array.isArray(present) ? present : [present]) as DataIntegrityProof<string>[];
  const previous = after.map((id) => {
    const found = proofs.find((proof) => proof.id === id);
    if (found) return found;
    throw new ClaimsError('invalid_document', `Expected a proof with the id ${id.slice(0, 100)}.`);
  });
  const proof = await createProof(document, {
    suite,
    key,
    created: now,
    ...(proofId !== undefined && { id: proofId }),
    previous,
    contexts,
  });
  return { ...document, proof: [...proofs, proof] };
}
