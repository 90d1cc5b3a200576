import { canonicalizeChecked } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import { checkKey, type IssueSuite, signTexts } from '../issue/create-proof.ts';
import { encodeBase58 } from '../proof/multikey.ts';
import { signedTexts } from '../proof/signed-texts.ts';
import type { SigningKey } from '../proof/signing-key.ts';
import { checkPresentation } from './check-presentation.ts';

export interface SignPresentationOptions {
  readonly suite: Exclude<IssueSuite, 'ecdsa-sd-2023'>;
  /** Of the holder. */
  readonly key: SigningKey;
  readonly now: Date;
  /** What the verifier asked to be signed, once. */
  readonly challenge: string;
  /** The verifier. */
  readonly domain: string;
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
  readonly contexts?: Contexts;
}

/**
 * Signs a presentation for one verifier and one question.
 *
 * @throws {ClaimsError} as `issueCredential`
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#add-proof | Data Integrity, 4.2}
 */
export async function signPresentation<T extends object>(
  presentation: T,
  { suite, key, now, challenge, domain, contexts }: SignPresentationOptions,
): Promise<T & { proof: Record<string, unknown> }> {
  if ('proof' in presentation) {
    throw new ClaimsError('invalid_document', 'Expected a presentation without proof.');
  }
  checkKey(suite, key);
  const document = presentation as Record<string, unknown>;
  checkPresentation(document, contexts);
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: suite,
    created: `${now.toISOString().slice(0, 19)}Z`,
    verificationMethod: key.id,
    proofPurpose: 'authentication',
    challenge,
    domain,
  };
  const canonical = await canonicalizeChecked(document, contexts);
  const signs = suite === 'eddsa-jcs-2022' ? 'json' : 'rdf';
  const signed = signs === 'json' ? { ...config, '@context': document['@context'] } : config;
  const texts = await signedTexts(signs, { document, canonical }, signed, contexts);
  const proofValue = encodeBase58(await signTexts(key, texts));
  return { ...presentation, proof: { ...signed, proofValue } };
}
