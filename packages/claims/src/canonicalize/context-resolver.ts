/// <reference path="../expand/jsonld-internals.d.ts" />
import { type Contexts, keptFor } from './contexts.ts';
import { loaderOf } from './load-pinned.ts';

const MAX_PROCESSED = 100;

/** Strangers may write the members of an inline context in any order, and each order is another one here. */
class Bounded extends Map<string, unknown> {
  override set(key: string, value: unknown): this {
    if (this.size >= MAX_PROCESSED) this.clear();
    return super.set(key, value);
  }
}

/**
 * How jsonld finds contexts: on this list, with a memory of its own. The one that jsonld has for all goes by URL
 * alone, whatever list or library a context came from.
 */
export async function createContextOptions(contexts: Contexts) {
  const { default: ContextResolver } = await import('jsonld/lib/ContextResolver.js');
  return {
    documentLoader: loaderOf(contexts),
    contextResolver: new ContextResolver({ sharedCache: new Bounded() }),
  };
}

/** For `jsonld.toRDF`. */
export const contextOptions = keptFor(createContextOptions);
