/// <reference path="./jsonld-internals.d.ts" />
import { loadPinned } from '../canonicalize/load-pinned.ts';

export type ActiveContext = JsonLdActiveContext;
export type TermDefinition = JsonLdTermDefinition;

/** With the first context: half of what this package would take to load, and many programs only sign or read. */
async function load() {
  const [{ default: context }, { default: ContextResolver }] = await Promise.all([
    import('jsonld/lib/context.js'),
    import('jsonld/lib/ContextResolver.js'),
  ]);
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
  return { context, options, initial: context.getInitialContext(options) };
}
let loaded: ReturnType<typeof load> | undefined;

/**
 * jsonld's own processing of contexts, so that there are no two opinions about it.
 *
 * @param active `undefined`: that of a document that has none yet
 */
export async function processContext(
  active: ActiveContext | undefined,
  local: unknown,
  more: { propagate?: boolean; overrideProtected?: boolean } = {},
): Promise<ActiveContext> {
  loaded ??= load();
  const { context, options, initial } = await loaded;
  return await context.process({ activeCtx: active ?? initial, localCtx: local, options, ...more });
}
