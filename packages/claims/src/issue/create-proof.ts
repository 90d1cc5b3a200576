import { canonicalize } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import type { DataIntegrityProof } from '../proof/data-integrity-proof.ts';
import { signEcdsa } from '../proof/ecdsa-keys.ts';
import { hashProof } from '../proof/hash-proof.ts';
import { encodeBase58 } from '../proof/multikey.ts';
import { signedTexts } from '../proof/signed-texts.ts';
import { curveOf, type SigningKey } from '../proof/signing-key.ts';

/** Suites in which credentials are issued here. `bbs-2023` is apart: `@grondslag/claims/bbs`. */
export type IssueSuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'ecdsa-rdfc-2019' | 'ecdsa-sd-2023';

export interface CreateProofOptions {
  readonly suite: IssueSuite;
  readonly key: SigningKey;
  readonly created: Date;
  /** `id` of the proof, for a later one to name. */
  readonly id?: string;
  /** Proofs that this one signs too; each has an `id`. */
  readonly previous?: readonly DataIntegrityProof<string>[];
  /** `ecdsa-sd-2023`: what every derived credential must show. */
  readonly mandatoryPointers?: readonly string[];
  readonly contexts?: Contexts | undefined;
}

/**
 * A proof of a document.
 *
 * @throws {ClaimsError} `undefined_term`, `unknown_context` or `invalid_document` when part of the document
 *   would not be under the signature; `invalid_key` when the suite needs a key of another kind
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#add-proof | Data Integrity, 4.2}
 */
export async function createProof(
  document: Readonly<Record<string, unknown>>,
  options: CreateProofOptions,
): Promise<DataIntegrityProof<IssueSuite>> {
  const { suite, key, created, id, previous = [], contexts } = options;
  checkKey(suite, key);
  const ids = previous.map((proof) => {
    if (proof.id !== undefined) return proof.id;
    throw new ClaimsError('invalid_document', 'Expected an id in each previous proof.');
  });
  const config = {
    ...(id !== undefined && { id }),
    type: 'DataIntegrityProof',
    cryptosuite: suite,
    created: `${created.toISOString().slice(0, 19)}Z`,
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
    ...(ids.length > 0 && { previousProof: ids }),
  } as const;
  if (suite === 'ecdsa-sd-2023') {
    if (ids.length > 0) {
      throw new ClaimsError('invalid_document', 'Expected no previous proof under ecdsa-sd-2023.');
    }
    const { signBase } = await import('../suites/ecdsa-sd/sign-base.ts');
    const { mandatoryPointers = [] } = options;
    return {
      ...config,
      proofValue: await signBase(document, config, key.privateKey, mandatoryPointers, contexts),
    };
  }
  // What cannot be said as RDF is not signed either, whatever the suite covers.
  const canonical = await canonicalize(document, contexts);
  const signs = suite === 'eddsa-jcs-2022' ? 'json' : 'rdf';
  const signed = signs === 'json' ? { ...config, '@context': document['@context'] } : config;
  const texts = await signedTexts(signs, { document, canonical, previous }, signed, contexts);
  return { ...signed, proofValue: encodeBase58(await signTexts(key, texts)) };
}

/** Signs what a suite of `@grondslag/claims` that signs at once hashes. */
export async function signTexts(
  key: SigningKey,
  { document, proofConfig }: { document: string; proofConfig: string },
): Promise<Uint8Array> {
  const curve = curveOf(key);
  if (curve === 'Ed25519') {
    const { message } = await hashProof(proofConfig, document);
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, message));
  }
  const { hashEcdsaRdfc } = await import('../suites/ecdsa-rdfc.ts');
  const message = await hashEcdsaRdfc(curve, proofConfig, document);
  if (message) return await signEcdsa(key.privateKey, curve, message);
  throw new ClaimsError('invalid_document', 'Expected fewer blank nodes that look alike.');
}

const curves: Readonly<Record<IssueSuite, readonly string[]>> = {
  'eddsa-rdfc-2022': ['Ed25519'],
  'eddsa-jcs-2022': ['Ed25519'],
  'ecdsa-rdfc-2019': ['P-256', 'P-384'],
  'ecdsa-sd-2023': ['P-256'],
};

/** @throws {ClaimsError} `invalid_key` when the suite needs a key of another kind */
export function checkKey(suite: IssueSuite, key: SigningKey): void {
  const expected = curves[suite];
  const curve = curveOf(key);
  if (expected.includes(curve)) return;
  throw new ClaimsError(
    'invalid_key',
    `Expected a key of ${expected.join(' or ')} for ${suite}, got ${curve}. Use generateEcdsaSigningKey or another suite.`,
  );
}
