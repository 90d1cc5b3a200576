import { type JudgeOptions, judgeProofs } from '../proof/judge-proofs.ts';
import type { AnyProof } from '../proof/proof-schema.ts';
import { type ProofVerification, refuse } from '../proof/proof-verification.ts';
import type { VerifyProofOptions } from '../proof/verify-proof.ts';
import { canonicalizeLines } from './canonicalize-lines.ts';
import { type RdfForm, readRdf } from './read-rdf.ts';
import { splitPlainProof } from './split-plain-proof.ts';
import { splitProofs } from './split-proofs.ts';
import { verifyCanonical } from './verify-canonical.ts';

export type VerifyRdfOptions = JudgeOptions & Pick<VerifyProofOptions, 'platform'>;

/**
 * Checks the proofs of a credential in a form of RDF, by the rule of `judgeProofs`.
 *
 * Of canonical text with the one usual proof, the texts that were signed are taken out first and checked as they are.
 * When they do not hold, nothing is known yet.
 */
export async function verifyRdf(
  text: string,
  form: RdfForm,
  options: VerifyRdfOptions,
): Promise<ProofVerification> {
  const lines = await readRdf(text, form);
  const plain = form === 'application/n-quads' && lines && splitPlainProof(lines);
  if (plain) {
    const result = await verifyCanonical(plain, options.publicKey, options.now, options);
    if (result.verified) return result;
  }
  const split = lines && splitProofs(lines);
  if (!split) return refuse('not_a_credential');
  const configs = new Map(split.proofs.map(({ proof, config }) => [proof, config]));
  return await judgeProofs(
    {
      proofs: [...configs.keys()],
      signs: ['rdf'],
      async canonicalize() {
        const canonical = await canonicalizeLines(split.claim);
        return { byCodePoint: canonical, byUnit: canonical };
      },
      async textsOf(proof: AnyProof, _, previous, document) {
        if (previous.length > 0) return undefined;
        return { document, proofConfig: await canonicalizeLines(configs.get(proof) ?? []) };
      },
    },
    options,
  );
}
