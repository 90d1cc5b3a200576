import { canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { MAX_PROOFS } from '../proof/data-integrity-proof.ts';
import { judgeProofs } from '../proof/judge-proofs.ts';
import type { AnyProof } from '../proof/proof-schema.ts';
import {
  type HoldingProof,
  type ProofVerification,
  type Refusal,
  reasonOf,
} from '../proof/proof-verification.ts';
import { signedTexts } from '../proof/signed-texts.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import type { Suite } from '../suites/suite.ts';
import { checkPresentation, type PresentationParts } from './check-presentation.ts';
import { createKeyFinder, type PresentationKeys } from './presentation-keys.ts';

/**
 * Why a presentation is refused, beside the reasons of `verifyProof`.
 *
 * - `not_a_presentation`: no presentation, or none that can be read
 * - `wrong_challenge`, `wrong_domain`: signed for another question or another verifier: a replay
 * - `wrong_holder`: its `holder` does not have the key that signed it
 * - `credential_not_verified`: a proof of one of its credentials does not hold
 */
export type PresentationRefusal =
  | Exclude<Refusal['reason'], 'not_a_credential'>
  | 'not_a_presentation'
  | 'wrong_challenge'
  | 'wrong_domain'
  | 'wrong_holder'
  | 'credential_not_verified';

export type PresentationVerification =
  | {
      readonly verified: true;
      readonly holder?: string;
      readonly proof: HoldingProof;
      /** In the order of the presentation; every one of them holds. */
      readonly credentials: readonly ProofVerification[];
    }
  | {
      readonly verified: false;
      readonly reason: PresentationRefusal;
      readonly credentials?: readonly ProofVerification[];
    };

export type VerifyPresentationOptions = PresentationKeys & {
  /**
   * What this verifier asked to be signed, once. `undefined`: it asked nothing, and then anybody who saw the
   * presentation can show it again.
   */
  readonly challenge: string | undefined;
  /** Of this verifier. */
  readonly domain: string | undefined;
  readonly now?: () => Date;
  readonly suites?: readonly Suite[];
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
  readonly contexts?: Contexts;
};

/**
 * Checks a signed presentation: the proof of its holder (`authentication`), for this challenge and domain, and the
 * proofs of every credential in it. The `holder`, if there is one, must have the key that signed it.
 *
 * Says that the holder of a key shows these credentials, now and here; not that they may be believed, nor that
 * they are about the holder. That is policy, see `createClaimVerifier`.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#verify-proof | Data Integrity, 4.4}
 */
export async function verifyPresentation(
  presentation: unknown,
  options: VerifyPresentationOptions,
): Promise<PresentationVerification> {
  const { now = () => new Date(), suites, contexts } = options;
  if (typeof presentation !== 'object' || presentation === null) return no('not_a_presentation');
  const { proof: claimed, ...document } = presentation as Record<string, unknown>;
  let parts: PresentationParts;
  try {
    parts = checkPresentation(document, contexts);
  } catch (error) {
    const reason = reasonOf(error, 'not_a_credential');
    return no(reason === 'not_a_credential' ? 'not_a_presentation' : reason);
  }
  const proofs: readonly unknown[] = [claimed].flat();
  const { readProof } = await import('../proof/verify-proofs.ts');
  const read = proofs.slice(0, MAX_PROOFS).map((one) => readProof(one, document));
  if (proofs.length > MAX_PROOFS || !read.every(isRead)) return no('invalid_proof');
  const misused = read.map((proof) => misuseOf(proof, options)).find(isRead);
  if (misused) return no(misused);

  const keys = createKeyFinder(options, now);
  const { publicKey, controllerOf } = await keys.ofHolder({ proof: read });
  const judged = await judgeProofs(
    {
      proofs: read,
      signs: ['rdf', 'json'],
      canonicalize: () => canonicalizeInBothOrders(document, contexts),
      textsOf({ proofValue: _, ...config }, signs, previous, canonical) {
        return signedTexts(signs, { document, previous, canonical }, config, contexts);
      },
    },
    { publicKey, now, proofPurpose: 'authentication', ...(suites && { suites }) },
  );
  if (!judged.verified) {
    return no(judged.reason === 'not_a_credential' ? 'not_a_presentation' : judged.reason);
  }
  const { holder } = parts;
  const holds = judged.proofs ?? [judged];
  if (
    holder !== undefined &&
    !holds.some((one) => controllerOf(one.verificationMethod) === holder)
  ) {
    return no('wrong_holder');
  }
  const more = { ...(suites && { suites }), ...(contexts && { contexts }) };
  const credentials: ProofVerification[] = [];
  for (const credential of parts.credentials) {
    const issuer = await keys.ofIssuer(credential);
    credentials.push(await verifyProof(credential, issuer.publicKey, now, more));
  }
  if (!credentials.every(({ verified }) => verified)) {
    return { ...no('credential_not_verified'), credentials };
  }
  const [proof = judged] = holds;
  return { verified: true, ...(holder !== undefined && { holder }), proof, credentials };
}

/** A proof for somebody else is a replay. Every proof must be for us: which one a reader trusts is not for us to say. */
function misuseOf(
  { challenge, domain }: AnyProof,
  expected: Pick<VerifyPresentationOptions, 'challenge' | 'domain'>,
): 'wrong_challenge' | 'wrong_domain' | undefined {
  if (expected.challenge !== undefined && challenge !== expected.challenge)
    return 'wrong_challenge';
  const domains: readonly unknown[] = [domain].flat();
  if (expected.domain !== undefined && !domains.includes(expected.domain)) return 'wrong_domain';
  return undefined;
}

function isRead<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function no(reason: PresentationRefusal): {
  readonly verified: false;
  reason: PresentationRefusal;
} {
  return { verified: false, reason };
}
