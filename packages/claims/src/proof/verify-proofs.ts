import { type BothOrders, canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import { checkDocument } from '../canonicalize/check-document.ts';
import { isSameJson } from '../canonicalize/same-json.ts';
import { loadSuite } from '../suites/load-suite.ts';
import type { Suite } from '../suites/suite.ts';
import { type AnyProof, anyProofSchema, MAX_PROOFS } from './data-integrity-proof.ts';
import { graphName } from './graph-name.ts';
import {
  type FindPublicKey,
  type HoldingProof,
  type ProofVerification,
  reasonOf,
  refuse,
} from './proof-verification.ts';
import { type Secured, signedTexts } from './signed-texts.ts';

type Document = Readonly<Record<string, unknown>>;

export interface VerifyProofsOptions {
  readonly publicKey: FindPublicKey;
  readonly now: () => Date;
  readonly suites?: readonly Suite[];
}

/**
 * Checks any number of proofs of one document.
 *
 * The rule. A proof *counts* when `publicKey` knows its method and its suite is known here. What does not
 * count neither helps nor harms: a set is there so that a source can add signatures that not everybody can
 * check. At least one proof must count, and each that counts must hold: a trusted key under a proof that does
 * not hold means that something was changed. A proof with `previousProof` holds only when each proof it names
 * is there, counts, and holds.
 *
 * The answer names the first proof that signs the document alone; `proofs` has all that hold.
 *
 * @param document without `proof`
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains | Data Integrity, 4.5}
 */
export async function verifyProofs(
  document: Document,
  claimed: readonly unknown[],
  { publicKey, now, suites }: VerifyProofsOptions,
): Promise<ProofVerification> {
  try {
    checkDocument(document);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }
  if (claimed.length > MAX_PROOFS) return refuse('invalid_proof');

  const counting: CountingProof[] = [];
  let stranger = false;
  for (const one of claimed) {
    if (isOfAnotherType(one)) continue;
    const proof = readProof(one, document);
    if (!proof) return refuse('invalid_proof');
    const key = publicKey(proof.verificationMethod);
    if (key === undefined) stranger = true;
    const suite = key === undefined ? undefined : await loadSuite(proof.cryptosuite, suites);
    if (key !== undefined && suite) counting.push({ proof, key, suite });
  }
  if (counting.length === 0) return refuse(stranger ? 'unknown_key' : 'invalid_proof');

  const order = previousFirst(counting);
  if (!order) return refuse('invalid_proof');
  try {
    const orders = await canonicalizeInBothOrders(document);
    for (const one of order) {
      if (!isAssertion(one.proof, now())) return refuse('invalid_proof');
      const previous = previousOf(one.proof).flatMap(
        (id) => order.find(({ proof }) => proof.id === id)?.proof ?? [],
      );
      if (!(await holds(one, { document, previous }, orders))) return refuse('invalid_proof');
    }
    const proofs = order.map(({ proof }) => describe(proof));
    const [first] = proofs;
    if (!first) return refuse('invalid_proof');
    const canonical = orders.byCodePoint;
    return { verified: true, canonical, graph: await graphName(canonical), ...first, proofs };
  } catch (error) {
    return refuse(reasonOf(error, 'invalid_proof'));
  }
}

interface CountingProof {
  readonly proof: AnyProof;
  readonly key: string;
  readonly suite: Suite;
}

/** Of before Data Integrity, such as `Ed25519Signature2020`; a source may add one for older programs. */
function isOfAnotherType(proof: unknown): boolean {
  const type = (proof as { type?: unknown } | null)?.type;
  return typeof type === 'string' && type !== 'DataIntegrityProof';
}

function readProof(claimed: unknown, document: Document): AnyProof | undefined {
  const proof = anyProofSchema.safeParse(claimed).data;
  // The schema drops it silently.
  if (!proof || Object.hasOwn(claimed as object, '__proto__')) return undefined;
  // Without, nobody knows whether its key was good then. Only bbs-2023 leaves it out, to recognise nobody.
  if (proof.created === undefined && proof.cryptosuite !== 'bbs-2023') return undefined;
  const context = proof['@context'];
  // The standard lets a document have more contexts than its proof; then JSON says more than was signed.
  const same = context === undefined || isSameJson(context, document['@context']);
  return same ? proof : undefined;
}

function isAssertion({ proofPurpose, expires }: AnyProof, now: Date): boolean {
  return proofPurpose === 'assertionMethod' && (expires === undefined || new Date(expires) > now);
}

function previousOf({ previousProof = [] }: AnyProof): readonly string[] {
  return typeof previousProof === 'string' ? [previousProof] : previousProof;
}

/** Proofs after all they build on; `undefined` when one names itself, in a circle, or one that is not there. */
function previousFirst(proofs: readonly CountingProof[]): CountingProof[] | undefined {
  const ids = proofs.flatMap(({ proof }) => proof.id ?? []);
  if (new Set(ids).size !== ids.length) return undefined;
  const order: CountingProof[] = [];
  const done = new Set<string>();
  let waiting = [...proofs];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ proof }) => previousOf(proof).every((id) => done.has(id)));
    if (ready.length === 0) return undefined;
    for (const one of ready) {
      order.push(one);
      if (one.proof.id !== undefined) done.add(one.proof.id);
    }
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return order;
}

/** In either order of the statements: libraries in JavaScript sign another one than the standard has. */
async function holds(
  { proof, key, suite }: CountingProof,
  secured: Secured,
  { byCodePoint, byUnit }: BothOrders,
): Promise<boolean> {
  const { proofValue, ...config } = proof;
  for (const canonical of new Set([byCodePoint, byUnit])) {
    const texts = await signedTexts(suite.signs, { ...secured, canonical }, config);
    if (await suite.verify({ ...texts, proofValue, publicKey: key })) return true;
  }
  return false;
}

function describe(proof: AnyProof): HoldingProof {
  const { verificationMethod, cryptosuite, proofPurpose, created } = proof;
  return {
    verificationMethod,
    cryptosuite,
    proofPurpose,
    ...(created !== undefined && { created: new Date(created) }),
  };
}
