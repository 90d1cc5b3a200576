import type { Contexts } from '../../canonicalize/contexts.ts';
import { ClaimsError } from '../../errors.ts';
import { baseProofOf } from '../../issue/base-proof-of.ts';
import { selectByPointers } from '../selective/group-by-pointers.ts';
import { nameByOrder } from './issue.ts';
import { CIPHERSUITE, loadBbs } from './load-bbs.ts';
import { readBbsBase, writeBbsDerived } from './proof-values.ts';

const encoder = new TextEncoder();

/**
 * The part of a credential that a holder shows, as `deriveCredential`, under `bbs-2023`: two showings cannot be
 * told to be of one credential, but by what they show.
 *
 * @param presentationHeader what the verifier asked to be bound to, such as a nonce
 * @throws {ClaimsError} `invalid_proof_value` when it has no such proof; `invalid_pointer`; `not_installed`
 * @see {@link https://www.w3.org/TR/vc-di-bbs/#add-derived-proof-bbs-2023 | Data Integrity BBS, 3.4.5}
 */
export async function deriveBbsCredential(
  credential: object,
  pointers: readonly string[],
  presentationHeader: Uint8Array<ArrayBuffer> = new Uint8Array(),
  contexts?: Contexts,
): Promise<Record<string, unknown>> {
  const { document, proof } = baseProofOf(credential, 'bbs-2023');
  const base = readBbsBase(proof.proofValue);
  if (!base) throw new ClaimsError('invalid_proof_value', 'Expected a bbs-2023 base proof.');
  const { signature, header, publicKey, hmacKey, mandatoryPointers } = base;
  const labels = await nameByOrder(hmacKey);
  const selection = await selectByPointers(document, mandatoryPointers, pointers, labels, contexts);
  const bbs = await loadBbs();
  const derived = await bbs.deriveProof({
    publicKey,
    signature,
    header,
    messages: selection.others.map((statement) => encoder.encode(statement)),
    presentationHeader,
    disclosedMessageIndexes: selection.shown,
    ciphersuite: CIPHERSUITE,
  });
  const proofValue = writeBbsDerived({
    proof: new Uint8Array(derived),
    labels: selection.labels,
    mandatoryIndexes: selection.mandatoryIndexes,
    selectiveIndexes: selection.shown,
    presentationHeader,
  });
  return { ...selection.document, proof: { ...proof, proofValue } };
}
