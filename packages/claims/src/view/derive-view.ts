import { canonicalize } from '../canonicalize/canonicalize.ts';
import { kindOf } from '../claim/claim-kinds.ts';
import { readEnvelope } from '../claim/envelope.ts';
import { namesIn } from '../claim/fact.ts';
import { readPartOfFact } from '../claim/read-fact.ts';
import { parseStatements } from '../claim/statements.ts';
import { ClaimsError } from '../errors.ts';
import { deriveCredential } from '../issue/derive-credential.ts';
import type { FactDocument } from './fact-document.ts';

/** More than any fact with its proofs: 4 kB. Deriving takes a time that grows with the document. */
export const MAX_FACT_BYTES = 65_536;

/** Kind of claim → the fields of it that may be seen. Of a kind that is not named, nothing may. */
export type FieldLimits = Readonly<Record<string, readonly string[]>>;

/**
 * Why there is no view. Stable codes:
 *
 * - `not_one_fact`: not a credential about one fact, or a very large one
 * - `fact_not_named`: a kind of fact that may not be seen, or one with none of the fields that may
 * - `fact_not_divisible`: its source signed it as a whole only, or so that more is always shown
 */
export type ViewRefusal = 'not_one_fact' | 'fact_not_named' | 'fact_not_divisible';

export type View =
  | { readonly derived: true; readonly text: string }
  | { readonly derived: false; readonly reason: ViewRefusal };

/**
 * What may be seen of a fact: the fields named and what its source made mandatory, under a proof that verifies.
 * The same text and limits give the same view. When each field of a fact is named, and it says nothing else, it is given
 * out as it is: the only way for one that its source signed as a whole only.
 *
 * What comes out is read once more, as RDF: whatever way a field was written in the document, it is not in a view
 * that does not name it.
 *
 * @param text a credential with an `ecdsa-sd-2023` base proof, as JSON
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#add-derived-proof-ecdsa-sd-2023 | Data Integrity ECDSA, 3.6.6}
 */
export async function deriveView(text: string, limits: FieldLimits): Promise<View> {
  const { readFactDocument } = await import('./fact-document.ts');
  const fact = readFactDocument(text);
  if (!fact) return refuse('not_one_fact');
  const { document, link, claimType, baseProof } = fact;
  const named = Object.hasOwn(limits, claimType) ? (limits[claimType] ?? []) : [];
  const shown = fact.fields.filter((name) => named.includes(name));
  if (shown.length === 0) return refuse('fact_not_named');
  try {
    // Nothing is left out: as its source signed it for everybody, which is also cheaper to verify. Written anew, because
    // in the text a member may be there twice.
    const isWhole = fact.isPlain && shown.length === fact.fields.length;
    if (isWhole && (await showsOnly(shown, document, fact))) {
      return { derived: true, text: JSON.stringify({ ...document, proof: fact.proof }) };
    }
    if (!baseProof) return refuse('fact_not_divisible');
    const derived = await deriveCredential(
      { ...document, proof: baseProof },
      shown.map((name) => `/credentialSubject/${link}/${name}`),
    );
    return (await showsOnly(shown, derived, fact))
      ? { derived: true, text: JSON.stringify(derived) }
      : refuse('fact_not_divisible');
  } catch (error) {
    // A term that no context defines, too: nothing of it was signed.
    const isOfDocument = error instanceof ClaimsError || isOfJsonLd(error);
    if (isOfDocument) return refuse('fact_not_divisible');
    throw error;
  }
}

/** Whether the RDF of a derived credential has these fields of one fact, and says nothing else of its subject. */
async function showsOnly(
  shown: readonly string[],
  { proof: _, ...document }: Readonly<Record<string, unknown>>,
  { claimType }: FactDocument,
): Promise<boolean> {
  const statements = parseStatements(await canonicalize(document));
  const envelope = statements && readEnvelope(statements);
  const kind = envelope && kindOf(envelope);
  if (!envelope || kind?.claimType !== claimType) return false;
  const reading = readPartOfFact(statements, envelope, kind);
  if (!reading.read) return false;
  return namesIn(reading.fact).every((name) => shown.includes(name));
}

function isOfJsonLd(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('jsonld.');
}

function refuse(reason: ViewRefusal): View {
  return { derived: false, reason };
}
