import { checkDocument } from '../canonicalize/check-document.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { ClaimsError } from '../errors.ts';

/** More credentials than this are not looked at: each costs a signature. */
export const MAX_PRESENTED = 50;
/** Of all of it, proofs included: they are expanded together, and ten times this takes 40 s. */
const MAX_CHARACTERS = 262_144;

/** A presentation, and the credentials in it as they came. */
export interface PresentationParts {
  readonly credentials: readonly Readonly<Record<string, unknown>>[];
  /** Who says to present them. */
  readonly holder?: string;
}

/**
 * Accepts a presentation only when it and each credential in it can be read as plain JSON, see `checkDocument`. The
 * credentials have contexts of their own; the standard says so.
 *
 * @param document without its `proof`
 * @throws {ClaimsError} `unknown_context` or `invalid_document`
 * @see {@link https://www.w3.org/TR/vc-data-model-2.0/#presentations-including-holder-claims | VC Data Model 2.0, 4.13}
 */
export function checkPresentation(
  document: Readonly<Record<string, unknown>>,
  contexts?: Contexts,
): PresentationParts {
  if (lengthOf(document) > MAX_CHARACTERS) throw invalid(`at most ${MAX_CHARACTERS} characters`);
  const { verifiableCredential = [], ...presentation } = document;
  checkDocument(presentation, contexts);
  const { type, holder } = presentation;
  if (![type].flat().includes('VerifiablePresentation')) {
    throw invalid('the type VerifiablePresentation');
  }
  const presented: readonly unknown[] = [verifiableCredential].flat();
  if (presented.length > MAX_PRESENTED) throw invalid(`at most ${MAX_PRESENTED} credentials`);
  const credentials = presented.map((credential) => {
    if (typeof credential !== 'object' || credential === null || !('@context' in credential)) {
      throw invalid('credentials as objects with an @context');
    }
    const { proof: _, ...claim } = credential as Record<string, unknown>;
    checkDocument(claim, contexts);
    return credential as Record<string, unknown>;
  });
  const name = typeof holder === 'object' ? (holder as { id?: unknown } | null)?.id : holder;
  return { credentials, ...(typeof name === 'string' && { holder: name }) };
}

/** As JSON. */
function lengthOf(value: object): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    // Too deep.
    return Number.POSITIVE_INFINITY;
  }
}

function invalid(expected: string): ClaimsError {
  return new ClaimsError('invalid_document', `Expected a presentation with ${expected}.`);
}
