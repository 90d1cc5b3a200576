import { type JudgeOptions, judgeProofs } from '../proof/judge-proofs.ts';
import type { AnyProof } from '../proof/proof-schema.ts';
import { type ProofVerification, refuse } from '../proof/proof-verification.ts';
import { canonicalizeLines } from './canonicalize-lines.ts';
import { type RdfForm, readRdf } from './read-rdf.ts';
import { splitProofs } from './split-proofs.ts';

/** Checks the proofs of a credential in a form of RDF, by the rule of `judgeProofs`. */
export async function verifyRdf(
  text: string,
  form: RdfForm,
  options: JudgeOptions,
): Promise<ProofVerification> {
  const lines = await readRdf(text, form);
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
