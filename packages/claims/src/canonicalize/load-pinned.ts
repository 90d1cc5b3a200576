import { contexts } from '@grondslag/vocab';
import { ClaimsError } from '../errors.ts';

/** The document loader of jsonld: pinned contexts, and no network. */
export async function loadPinned(url: string): Promise<object> {
  const document = contexts.get(url);
  if (!document) throw new ClaimsError('unknown_context', `Not a pinned context: ${url}`);
  // `static`: jsonld may keep the processed context for the life of the process.
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
