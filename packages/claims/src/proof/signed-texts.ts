import { canonicalize } from '../canonicalize/canonicalize.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';
import type { SignedTexts, Suite } from '../suites/suite.ts';
import { canonicalizeProofConfig, type ProofConfig } from './proof-config.ts';

/** A document, and the proofs that a further proof of it signs too. */
export interface SignedDocument {
  /** Without `proof`. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Of the document alone, when it is known already. */
  readonly canonical?: string;
  readonly previous?: readonly object[];
}

/**
 * The two texts that a suite hashes.
 *
 * @param config the proof without `proofValue`
 * @throws {ClaimsError} as `canonicalize`
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#transformations | Data Integrity, 4.1}
 */
export async function signedTexts(
  signs: Suite['signs'],
  { document, canonical, previous = [] }: SignedDocument,
  config: ProofConfig,
  contexts?: Contexts,
): Promise<Pick<SignedTexts, 'document' | 'proofConfig'>> {
  const secured = previous.length > 0 ? { ...document, proof: previous } : document;
  if (signs === 'json') return { document: await toJcs(secured), proofConfig: await toJcs(config) };
  const { '@context': _, ...members } = config;
  return {
    document:
      previous.length > 0
        ? await canonicalize(secured, contexts)
        : (canonical ?? (await canonicalize(document, contexts))),
    proofConfig: await canonicalizeProofConfig(document['@context'], members, contexts),
  };
}

/** @see {@link https://www.rfc-editor.org/rfc/rfc8785 | RFC 8785} */
async function toJcs(value: object): Promise<string> {
  const { default: canonicalizeJson } = await import('canonicalize');
  try {
    return canonicalizeJson(value) ?? '';
  } catch (cause) {
    // Half a character, or a number that JSON does not have.
    throw new ClaimsError('invalid_document', 'Expected JSON that RFC 8785 can write.', { cause });
  }
}
