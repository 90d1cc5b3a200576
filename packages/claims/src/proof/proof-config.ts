import { canonicalize } from '../canonicalize/canonicalize.ts';
import { type Contexts, shippedContexts } from '../canonicalize/contexts.ts';

/** A proof without `proofValue`, and without the context it takes from the document. */
export interface ProofConfig {
  readonly type?: unknown;
  readonly cryptosuite?: unknown;
  readonly created?: unknown;
  readonly verificationMethod?: unknown;
  readonly proofPurpose?: unknown;
  readonly [other: string]: unknown;
}

/**
 * Canonical N-Quads of a proof configuration. Its context is that of the document.
 *
 * @throws {ClaimsError} as `canonicalize`
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#proof-configuration-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.5}
 */
export async function canonicalizeProofConfig(
  context: unknown,
  config: ProofConfig,
  contexts: Contexts = shippedContexts,
): Promise<string> {
  return await canonicalize({ ...config, '@context': context }, contexts);
}
