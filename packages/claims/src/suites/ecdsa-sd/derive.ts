import type { Contexts } from '../../canonicalize/contexts.ts';
import { ClaimsError } from '../../errors.ts';
import { nameByHmac, selectByPointers } from '../selective/group-by-pointers.ts';
import { readBaseProofValue, writeDerivedProofValue } from './proof-values.ts';

export interface Derived {
  readonly document: Record<string, unknown>;
  readonly proofValue: string;
}

/**
 * What a holder shows of a credential with a base proof: the mandatory part, and what the pointers select.
 *
 * @throws {ClaimsError} `invalid_proof_value` when it is not a base proof of this document; `invalid_pointer`
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#add-derived-proof-ecdsa-sd-2023 | Data Integrity ECDSA, 3.6.6}
 */
export async function derive(
  document: Readonly<Record<string, unknown>>,
  proofValue: string,
  pointers: readonly string[],
  contexts?: Contexts,
): Promise<Derived> {
  const base = readBaseProofValue(proofValue);
  if (!base) {
    throw new ClaimsError('invalid_proof_value', 'Expected an ecdsa-sd-2023 base proof.');
  }
  const { baseSignature, statementKey, hmacKey, signatures, mandatoryPointers } = base;
  const labelOf = await nameByHmac(hmacKey);
  const selection = await selectByPointers(
    document,
    mandatoryPointers,
    pointers,
    labelOf,
    contexts,
  );
  if (selection.others.length !== signatures.length) {
    throw new ClaimsError(
      'invalid_proof_value',
      `Expected a base proof of this document: ${selection.others.length} signatures, got ${signatures.length}.`,
    );
  }
  return {
    document: selection.document,
    proofValue: writeDerivedProofValue({
      baseSignature,
      statementKey,
      signatures: selection.shown.map((at) => signatures[at] as Uint8Array<ArrayBuffer>),
      labels: selection.labels,
      mandatoryIndexes: selection.mandatoryIndexes,
    }),
  };
}
