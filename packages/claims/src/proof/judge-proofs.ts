import type { BothOrders } from '../canonicalize/canonicalize.ts';
import { loadSuite } from '../suites/load-suite.ts';
import type { SignedTexts, Suite } from '../suites/suite.ts';
import { isBaseProof } from './base-proof.ts';
import { graphName } from './graph-name.ts';
import type { AnyProof } from './proof-schema.ts';
import {
  type FindPublicKey,
  type HoldingProof,
  type ProofVerification,
  type Refusal,
  reasonOf,
  refuse,
} from './proof-verification.ts';

export interface JudgeOptions {
  readonly publicKey: FindPublicKey;
  readonly now: () => Date;
  readonly suites?: readonly Suite[];
  /** What the proofs must be for. `assertionMethod` when left out. */
  readonly proofPurpose?: 'assertionMethod' | 'authentication';
}

/** A document in one of its forms, and the proofs that came with it. */
export interface Secured {
  /** Of `DataIntegrityProof`, and a handful. */
  readonly proofs: readonly AnyProof[];
  /** Of what suites this form can say what they signed. */
  readonly signs: readonly Suite['signs'][];
  /** Canonical N-Quads of the document alone. @throws {ClaimsError} as `canonicalize` */
  canonicalize(): Promise<BothOrders>;
  /**
   * What a suite of this kind hashes; `undefined` when this form cannot say it.
   *
   * @param previous the proofs that this one signs too
   * @param canonical of the document alone
   */
  textsOf(
    proof: AnyProof,
    signs: Suite['signs'],
    previous: readonly AnyProof[],
    canonical: string,
  ): Promise<Pick<SignedTexts, 'document' | 'proofConfig'> | undefined>;
}

/**
 * Checks the proofs of a document.
 *
 * The rule. A proof *counts* when `publicKey` knows its method and its suite can be checked here. What does not
 * count neither helps nor harms: a set is there so that a source can add signatures that not everybody can
 * check, and a base proof is for the holder. At least one proof must count, and each that counts must hold: a trusted key under a proof that does
 * not hold means that something was changed. A proof with `previousProof` holds only when each proof it names
 * is there, counts, and holds.
 *
 * The answer names the first proof that signs the document alone; `proofs` has all that hold.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains | Data Integrity, 4.5}
 */
export async function judgeProofs(
  secured: Secured,
  { publicKey, now, suites, proofPurpose = 'assertionMethod' }: JudgeOptions,
): Promise<ProofVerification> {
  const counting: CountingProof[] = [];
  let without: Refusal['reason'] = 'invalid_proof';
  for (const proof of secured.proofs) {
    if (isBaseProof(proof)) continue;
    const key = publicKey(proof.verificationMethod);
    const suite = key === undefined ? undefined : await loadSuite(proof.cryptosuite, suites);
    if (key === undefined) without = 'unknown_key';
    else if (suite && secured.signs.includes(suite.signs)) counting.push({ proof, key, suite });
    else without = 'unsupported_suite';
  }
  if (counting.length === 0) return refuse(without);
  const order = previousFirst(counting);
  if (!order) return refuse('invalid_proof');
  try {
    const orders = await secured.canonicalize();
    for (const one of order) {
      if (!isFor(proofPurpose, one.proof, now())) return refuse('invalid_proof');
      const previous = previousOf(one.proof).flatMap(
        (id) => order.find(({ proof }) => proof.id === id)?.proof ?? [],
      );
      if (!(await holds(one, secured, previous, orders))) return refuse('invalid_proof');
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

function isFor(purpose: string, { proofPurpose, expires }: AnyProof, now: Date): boolean {
  return proofPurpose === purpose && (expires === undefined || new Date(expires) > now);
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
  previous: readonly AnyProof[],
  { byCodePoint, byUnit }: BothOrders,
): Promise<boolean> {
  for (const canonical of new Set([byCodePoint, byUnit])) {
    const texts = await secured.textsOf(proof, suite.signs, previous, canonical);
    if (!texts) return false;
    const { proofValue } = proof;
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
