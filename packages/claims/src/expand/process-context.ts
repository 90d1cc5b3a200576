/// <reference path="./jsonld-internals.d.ts" />
import { createContextOptions } from '../canonicalize/context-resolver.ts';
import { type Contexts, keptFor } from '../canonicalize/contexts.ts';

export type ActiveContext = JsonLdActiveContext;
export type TermDefinition = JsonLdTermDefinition;

/** jsonld's own processing of contexts, so that there are no two opinions about it. */
export type ProcessContext = (
  /** `undefined`: that of a document that has none yet. */
  active: ActiveContext | undefined,
  local: unknown,
  more?: { propagate?: boolean; overrideProtected?: boolean },
) => Promise<ActiveContext>;

/** With the first context: half of what this package would take to load, and many programs only sign or read. */
export const loadProcessContext = keptFor(async (contexts: Contexts): Promise<ProcessContext> => {
  const { default: context } = await import('jsonld/lib/context.js');
  const options = {
    base: null,
    processingMode: 'json-ld-1.1',
    ...(await createContextOptions(contexts)),
    // Stricter than jsonld's safe mode: no warning is let through.
    eventHandler: [
      ({ event }: { event: { code: string } }) => {
        throw new Error(event.code);
      },
    ],
  };
  const initial = context.getInitialContext(options);
  return (active = initial, local, more = {}) =>
    context.process({ activeCtx: active, localCtx: local, options, ...more });
});
