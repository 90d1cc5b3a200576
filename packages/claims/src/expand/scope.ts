import type { ActiveContext, ProcessContext, TermDefinition } from './process-context.ts';
import { createPropertyTerm, type PropertyTerm } from './property-term.ts';
import { NotCompiled, UNSUPPORTED } from './unsupported.ts';
import { isPlainIri } from './values.ts';

/** What a member of a node says. */
export type Term = { readonly kind: '@id' } | { readonly kind: '@type' } | PropertyTerm;

const MAX_SCOPED_TYPES = 8;

/**
 * What terms mean at one place in documents, worked out once and kept.
 *
 * Follows jsonld step by step, also where a scoped context changes the very term it belongs to. What is not
 * written here is `UNSUPPORTED`.
 *
 * @see {@link https://www.w3.org/TR/json-ld11-api/#expansion-algorithm | JSON-LD 1.1 API, 5.1.2}
 */
export class Scope {
  readonly #active: ActiveContext;
  readonly #process: ProcessContext;
  readonly #terms = new Map<string, Term>();
  readonly #typed = new Map<string, Scope>();
  readonly #typeIris = new Map<string, string>();
  /** All names of `@id`, and of `@type`. */
  readonly idKeys: readonly string[];
  readonly typeKeys: readonly string[];

  constructor(active: ActiveContext, process: ProcessContext) {
    this.#active = active;
    this.#process = process;
    if (active['@direction'] !== undefined || namesOf('@value', active).length > 1)
      throw UNSUPPORTED;
    this.idKeys = namesOf('@id', active);
    this.typeKeys = namesOf('@type', active);
  }

  /** @throws UNSUPPORTED or NotCompiled */
  term(key: string): Term {
    let term = this.#terms.get(key);
    if (term === undefined) {
      term = this.#readTerm(key);
      this.#terms.set(key, term);
    }
    return term;
  }

  #readTerm(key: string): Term {
    if (key === '@id' || key === '@type') return { kind: key };
    const definition = this.#active.mappings.get(key);
    const id = definition?.['@id'];
    if (id === '@id' || id === '@type') return { kind: id };
    if (!definition || key.startsWith('@')) throw UNSUPPORTED;
    if (definition['@context'] !== undefined) {
      throw new NotCompiled(async () => {
        this.#terms.set(key, await this.#readScopedTerm(key, definition));
      });
    }
    const nodes = this.#active.previousContext ?? this.#active;
    return this.#propertyTerm(definition, {
      texts: this.#active,
      references: this.#active,
      nodes,
    });
  }

  /** A term with a context of its own: it holds in the values, and a node there goes back and takes it again. */
  async #readScopedTerm(key: string, { '@id': id, '@context': local }: TermDefinition) {
    const texts = await this.#process(this.#active, local, { overrideProtected: true });
    const definition = texts.mappings.get(key);
    if (!definition || definition['@id'] !== id) throw UNSUPPORTED;
    const again = async (active: ActiveContext) =>
      definition['@context'] === undefined
        ? active
        : await this.#process(active, definition['@context'], { overrideProtected: true });
    return this.#propertyTerm(definition, {
      texts,
      references: await again(texts),
      nodes: await again(texts.previousContext ?? texts),
    });
  }

  #propertyTerm(
    definition: TermDefinition,
    { texts, references, nodes }: Record<'texts' | 'references' | 'nodes', ActiveContext>,
  ): PropertyTerm {
    return createPropertyTerm(definition, texts['@language'], {
      texts: scopeOf(texts, this.#process),
      references: scopeOf(references, this.#process),
      nodes: scopeOf(nodes, this.#process),
    });
  }

  /** The scope inside a node of these types. @throws NotCompiled */
  typed(types: readonly string[]): Scope {
    const scoped = types.filter((type) => this.#hasContext(type));
    if (scoped.length === 0) return this;
    if (scoped.length > MAX_SCOPED_TYPES) throw UNSUPPORTED;
    const key = scoped.length === 1 ? (scoped[0] as string) : scoped.sort().join('\n');
    const scope = this.#typed.get(key);
    if (scope) return scope;
    throw new NotCompiled(async () => {
      let active = this.#active;
      for (const type of scoped) {
        const local = this.#active.mappings.get(type)?.['@context'];
        active = await this.#process(active, local, { propagate: false });
      }
      this.#typed.set(key, scopeOf(active, this.#process));
    });
  }

  #hasContext(type: string): boolean {
    return this.#active.mappings.get(type)?.['@context'] !== undefined;
  }

  /** `<iri>` of what must be an absolute IRI. @throws UNSUPPORTED */
  iri(value: unknown): string {
    if (typeof value !== 'string' || !isPlainIri(value)) throw UNSUPPORTED;
    const colon = value.indexOf(':');
    if (!value.startsWith('//', colon + 1) && this.#active.mappings.has(value.slice(0, colon))) {
      throw UNSUPPORTED;
    }
    return `<${value}>`;
  }

  /** `<iri>` of a term or an absolute IRI. @throws UNSUPPORTED */
  typeIri(value: string): string {
    const known = this.#typeIris.get(value);
    if (known !== undefined) return known;
    const definition = this.#active.mappings.get(value);
    if (definition === undefined) return this.iri(value);
    const id = definition?.['@id'];
    if (typeof id !== 'string' || !isPlainIri(id)) throw UNSUPPORTED;
    const iri = `<${id}>`;
    // Terms only: strangers choose the others.
    this.#typeIris.set(value, iri);
    return iri;
  }

  /** `<iri>` of the datatype of a value object. @throws UNSUPPORTED */
  datatypeIri(value: string): string {
    if (this.#hasContext(value)) throw UNSUPPORTED;
    return this.typeIri(value);
  }
}

function namesOf(keyword: string, { mappings }: ActiveContext): readonly string[] {
  const names = new Set([keyword]);
  for (const [term, definition] of mappings) if (definition?.['@id'] === keyword) names.add(term);
  return [...names];
}

const scopes = new WeakMap<ActiveContext, Scope>();

/** @throws UNSUPPORTED */
export function scopeOf(active: ActiveContext, process: ProcessContext): Scope {
  let scope = scopes.get(active);
  if (!scope) {
    scope = new Scope(active, process);
    scopes.set(active, scope);
  }
  return scope;
}
