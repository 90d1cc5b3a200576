import type { AnyProof } from '../proof/data-integrity-proof.ts';
import { judgeProofs } from '../proof/judge-proofs.ts';
import { type FindPublicKey, type ProofVerification, refuse } from '../proof/proof-verification.ts';
import { type VerifyProofOptions, verifyProof } from '../proof/verify-proof.ts';
import { canonicalizeLines } from './canonicalize-lines.ts';
import { type RdfForm, readRdf } from './read-rdf.ts';
import { splitProofs } from './split-proofs.ts';

/** The forms in which a credential may be stored. */
export type StoredForm = 'application/ld+json' | RdfForm;

const forms: ReadonlyMap<string, StoredForm> = new Map([
  ['application/vc', 'application/ld+json'],
  ['application/ld+json', 'application/ld+json'],
  ['application/json', 'application/ld+json'],
  ['text/turtle', 'text/turtle'],
  ['application/trig', 'application/trig'],
  ['application/n-quads', 'application/n-quads'],
]);

/** The form that a `Content-Type` names; `undefined` when it is none of these. */
export function storedFormOf(contentType: string): StoredForm | undefined {
  return forms.get(contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '');
}

export interface VerifyStoredOptions extends VerifyProofOptions {
  readonly publicKey: FindPublicKey;
  readonly now?: () => Date;
}

/**
 * Checks the proofs of a credential in the form in which it is stored: the same proofs, over the same canonical
 * text. What the text says beyond that is never read.
 *
 * A form of RDF cannot say what `eddsa-jcs-2022` signed, which is JSON, nor what a chained proof did: use
 * JSON-LD for these.
 *
 * @param text N-Quads must be canonical, as `canonicalize` writes a credential with its proof
 */
export async function verifyStored(
  text: string,
  form: StoredForm,
  { publicKey, now = () => new Date(), ...options }: VerifyStoredOptions,
): Promise<ProofVerification> {
  if (form === 'application/ld+json') {
    const credential = parseJson(text);
    return await verifyProof(credential, publicKey, now, options);
  }
  const split = await splitOf(text, form);
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
    { publicKey, now, ...options },
  );
}

async function splitOf(text: string, form: RdfForm) {
  const lines = await readRdf(text, form);
  return lines && splitProofs(lines);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
