// The parts of jsonld 9 that process contexts; the package ships no types.

interface JsonLdTermDefinition {
  readonly '@id': string | null;
  readonly '@type'?: string;
  readonly '@language'?: string | null;
  readonly '@direction'?: string | null;
  readonly '@container'?: readonly string[];
  readonly '@context'?: unknown;
  readonly reverse: boolean;
}

/** A processed context: what terms mean at one place in a document. */
interface JsonLdActiveContext {
  readonly mappings: ReadonlyMap<string, JsonLdTermDefinition | null>;
  /** What to go back to below a node whose type brought a context of its own. */
  readonly previousContext?: JsonLdActiveContext;
  readonly '@language'?: string;
  readonly '@direction'?: string;
}

declare module 'jsonld/lib/context.js' {
  const context: {
    getInitialContext(options: { processingMode: string }): JsonLdActiveContext;
    process(input: {
      activeCtx: JsonLdActiveContext;
      localCtx: unknown;
      options: object;
      propagate?: boolean;
      overrideProtected?: boolean;
    }): Promise<JsonLdActiveContext>;
  };
  export = context;
}

declare module 'jsonld/lib/ContextResolver.js' {
  const ContextResolver: new (options: { sharedCache: Map<string, unknown> }) => object;
  export = ContextResolver;
}
