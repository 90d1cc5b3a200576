import type { Contexts } from '../canonicalize/contexts.ts';
import { lazy } from '../lazy.ts';
import type { Suite } from '../suites/suite.ts';
import { isBaseProof } from './base-proof.ts';
import { kindOfMultikey } from './multikey.ts';
import type { PlatformCrypto } from './platform-crypto.ts';
import { type FindPublicKey, type ProofVerification, refuse } from './proof-verification.ts';
import { verifyEddsaAtOnce, verifyEddsaRdfc } from './verify-eddsa-rdfc.ts';

const loadGeneral = lazy(() => import('./verify-proofs.ts'));

export interface VerifyProofOptions {
  /** Suites beside those of this package, such as `bbs2023` of `@grondslag/claims/bbs`. */
  readonly suites?: readonly Suite[];
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
  readonly contexts?: Contexts;
  /** What checks `eddsa-rdfc-2022`, such as `createSodiumCrypto`; else what the runtime has. */
  readonly platform?: PlatformCrypto;
}

/**
 * Checks the proofs of a credential: one proof, a set, or a chain.
 *
 * Says that the holders of the keys signed this RDF, and nothing about who may state what: that is policy, see
 * `createClaimVerifier`. Of several proofs, each that names a method we accept must hold, and there must be
 * one; see `judgeProofs`. Base proofs, for the holder, are not looked at.
 *
 * @param publicKey the multibase key of a verification method we accept, else `undefined`; never fetches
 * @param now for `expires` of the proof
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#verify-proof | Data Integrity, 4.4}
 */
export async function verifyProof(
  credential: unknown,
  publicKey: FindPublicKey,
  now: () => Date = () => new Date(),
  options: VerifyProofOptions = {},
): Promise<ProofVerification> {
  return await verifyProofSoon(credential, publicKey, now, options);
}

/** As `verifyProof`; at once where it can be. */
export function verifyProofSoon(
  credential: unknown,
  publicKey: FindPublicKey,
  now: () => Date,
  options: VerifyProofOptions,
): ProofVerification | Promise<ProofVerification> {
  if (typeof credential !== 'object' || credential === null || Array.isArray(credential)) {
    return refuse('not_a_credential');
  }
  const { proof: proofs, ...document } = credential as Record<string, unknown>;
  if (proofs === undefined || !('@context' in document)) return refuse('not_a_credential');
  const all: readonly unknown[] = Array.isArray(proofs) ? proofs : [proofs];
  const claimed = all.filter((proof) => !isBaseProof(proof));
  if (claimed.length === 1 && isCommon(claimed[0])) {
    // A key of another kind cannot have made this signature, and is no failure of ours either.
    const ed25519Key: FindPublicKey = (method) => {
      const key = publicKey(method);
      return key !== undefined && kindOfMultikey(key) === 'Ed25519' ? key : undefined;
    };
    const { platform, contexts } = options;
    return (
      verifyEddsaAtOnce(document, claimed[0], ed25519Key, now, platform, contexts) ??
      verifyEddsaRdfc(document, claimed[0], ed25519Key, now, platform, contexts)
    );
  }
  return verifyOthers(document, claimed, publicKey, now, options);
}

/** Most programs meet one suite only, and need none of this. */
async function verifyOthers(
  document: Readonly<Record<string, unknown>>,
  claimed: readonly unknown[],
  publicKey: FindPublicKey,
  now: () => Date,
  { suites, contexts }: VerifyProofOptions,
): Promise<ProofVerification> {
  const { verifyProofs } = await loadGeneral();
  const options = { publicKey, now, ...(suites && { suites }) };
  return await verifyProofs(document, claimed, options, contexts);
}

/** The one suite with a path of its own. */
function isCommon(proof: unknown): boolean {
  if (typeof proof !== 'object' || proof === null || 'previousProof' in proof) return false;
  return (proof as { cryptosuite?: unknown }).cryptosuite === 'eddsa-rdfc-2022';
}
