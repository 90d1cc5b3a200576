import { canonicalize } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import { MAX_PROOFS } from '../proof/data-integrity-proof.ts';
import type { AnyProof } from '../proof/proof-schema.ts';
import type { StoredForm } from './verify-stored.ts';

/** A credential as it is stored. Nothing of it has been verified: to look at, never to act on. */
export interface StoredCredential {
  /** Canonical N-Quads of what it says, without its proofs. */
  readonly canonical: string;
  /** The Data Integrity proofs that can be read. */
  readonly proofs: readonly AnyProof[];
}

/**
 * Takes a stored credential apart, and checks nothing.
 *
 * @param contexts of `createContexts`: contexts beside those of `@grondslag/vocab`
 * @throws {ClaimsError} `invalid_document`, and as `canonicalize`
 */
export async function readStored(
  text: string,
  form: StoredForm,
  contexts?: Contexts,
): Promise<StoredCredential> {
  if (form === 'application/ld+json') {
    const { proof, ...document } = parseObject(text);
    const { anyProofSchema } = await import('../proof/proof-schema.ts');
    const claimed: readonly unknown[] = Array.isArray(proof) ? proof : [proof];
    return {
      canonical: await canonicalize(document, contexts),
      proofs: claimed
        .slice(0, MAX_PROOFS)
        .flatMap((one) => anyProofSchema.safeParse(one).data ?? []),
    };
  }
  const [{ readRdf }, { splitProofs }, { canonicalizeLines }] = await Promise.all([
    import('./read-rdf.ts'),
    import('./split-proofs.ts'),
    import('./canonicalize-lines.ts'),
  ]);
  const lines = await readRdf(text, form);
  if (!lines) throw invalid(`${form} of RDF 1.1, within bounds`);
  const split = splitProofs(lines);
  return split
    ? {
        canonical: await canonicalizeLines(split.claim),
        proofs: split.proofs.map(({ proof }) => proof),
      }
    : { canonical: await canonicalizeLines(lines.filter(({ graph }) => graph === '')), proofs: [] };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { ...json };
  } catch {
    // Without the cause: the message of a SyntaxError quotes what was read.
  }
  throw invalid('one JSON object');
}

function invalid(expected: string): ClaimsError {
  return new ClaimsError('invalid_document', `Expected ${expected}.`);
}
