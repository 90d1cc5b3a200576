import { lazy } from '../lazy.ts';
import type { FindPublicKey, ProofVerification } from '../proof/proof-verification.ts';
import { type VerifyProofOptions, verifyProof } from '../proof/verify-proof.ts';
import type { RdfForm } from './read-rdf.ts';

const loadGeneral = lazy(() => import('./verify-rdf.ts'));

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
  const { verifyRdf } = await loadGeneral();
  return await verifyRdf(text, form, { publicKey, now, ...options });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
