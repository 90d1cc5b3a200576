import { ClaimsError } from '../errors.ts';
import { type Contexts, shippedContexts } from './contexts.ts';

/** The document loader of jsonld: contexts of a closed list, and no network. */
export function loaderOf(contexts: Contexts): (url: string) => Promise<object> {
  return async (url) => {
    const document = contexts.get(url);
    if (!document) throw new ClaimsError('unknown_context', `Not a pinned context: ${url}`);
    // `static`: may be kept processed for as long as the list is.
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  };
}

export const loadPinned = loaderOf(shippedContexts);
