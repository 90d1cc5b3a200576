import { contexts as shipped } from '@grondslag/vocab';

/**
 * A closed list of JSON-LD contexts: all that a document may name. It cannot be changed, only made anew; see
 * `createContexts`.
 */
export class Contexts {
  readonly #documents: ReadonlyMap<string, object>;

  constructor(documents: Iterable<readonly [url: string, document: object]>) {
    this.#documents = new Map(documents);
  }

  has(url: string): boolean {
    return this.#documents.has(url);
  }

  get(url: string): object | undefined {
    return this.#documents.get(url);
  }
}

/** Those of `@grondslag/vocab`. */
export const shippedContexts = new Contexts(shipped);

/** Something kept for each list, so that nothing worked out for one list is used for a document under another. */
export function keptFor<T>(make: (contexts: Contexts) => T): (contexts: Contexts) => T {
  const kept = new WeakMap<Contexts, T>();
  return (contexts) => {
    const known = kept.get(contexts);
    if (known !== undefined) return known;
    const made = make(contexts);
    kept.set(contexts, made);
    return made;
  };
}
