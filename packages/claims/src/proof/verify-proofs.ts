import { canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import { checkDocument } from '../canonicalize/check-document.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { isSameJson } from '../canonicalize/same-json.ts';
import { MAX_PROOFS } from './data-integrity-proof.ts';
import { type JudgeOptions, judgeProofs } from './judge-proofs.ts';
import { type AnyProof, anyProofSchema } from './proof-schema.ts';
import { type ProofVerification, reasonOf, refuse } from './proof-verification.ts';
import { signedTexts } from './signed-texts.ts';

type Document = Readonly<Record<string, unknown>>;

/**
 * Checks any number of proofs of one JSON-LD document, by the rule of `judgeProofs`.
 *
 * @param document without `proof`
 */
export async function verifyProofs(
  document: Document,
  claimed: readonly unknown[],
  options: JudgeOptions,
  contexts?: Contexts,
): Promise<ProofVerification> {
  try {
    checkDocument(document, contexts);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }
  if (claimed.length > MAX_PROOFS) return refuse('invalid_proof');
  const proofs: AnyProof[] = [];
  for (const one of claimed) {
    if (isOfAnotherType(one)) continue;
    const proof = readProof(one, document);
    if (!proof) return refuse('invalid_proof');
    proofs.push(proof);
  }
  return await judgeProofs(
    {
      proofs,
      signs: ['rdf', 'json'],
      canonicalize: () => canonicalizeInBothOrders(document, contexts),
      textsOf({ proofValue: _, ...config }, signs, previous, canonical) {
        return signedTexts(signs, { document, previous, canonical }, config, contexts);
      },
    },
    options,
  );
}

/** Of before Data Integrity, such as `Ed25519Signature2020`; a source may add one for older programs. */
function isOfAnotherType(proof: unknown): boolean {
  const type = (proof as { type?: unknown } | null)?.type;
  return typeof type === 'string' && type !== 'DataIntegrityProof';
}

/** A proof of this document; `undefined` when it is none, or has a context of its own. */
export function readProof(claimed: unknown, document: Document): AnyProof | undefined {
  const proof = anyProofSchema.safeParse(claimed).data;
  // The schema drops it silently.
  if (!proof || Object.hasOwn(claimed as object, '__proto__')) return undefined;
  const context = proof['@context'];
  // The standard lets a document have more contexts than its proof; then JSON says more than was signed.
  const same = context === undefined || isSameJson(context, document['@context']);
  return same ? proof : undefined;
}
