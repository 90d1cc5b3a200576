/// <reference path="./jsonld-internals.d.ts" />
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import context from 'jsonld/lib/context.js';
import { loadPinned } from '../canonicalize/load-pinned.ts';

export type ActiveContext = JsonLdActiveContext;
export type TermDefinition = JsonLdTermDefinition;

const options = {
  base: null,
  processingMode: 'json-ld-1.1',
  documentLoader: loadPinned,
  contextResolver: new ContextResolver({ sharedCache: new Map() }),
  // Stricter than jsonld's safe mode: no warning is let through.
  eventHandler: [
    ({ event }: { event: { code: string } }) => {
      throw new Error(event.code);
    },
  ],
};

/** jsonld's own processing of contexts, so that there are no two opinions about it. */
export async function processContext(
  active: ActiveContext,
  local: unknown,
  more: { propagate?: boolean; overrideProtected?: boolean } = {},
): Promise<ActiveContext> {
  return await context.process({ activeCtx: active, localCtx: local, options, ...more });
}

export const initialContext = context.getInitialContext(options);
