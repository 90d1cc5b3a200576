import { contexts as shipped } from '@grondslag/vocab';

/** A context that an operator adds to the list. */
export interface AddedContext {
  /** What documents call it. Nothing is ever fetched from there. */
  readonly url: string;
  /** Hexadecimal SHA-256 of `document`, from somebody who looked at it. */
  readonly sha256: string;
  /** The file, as text. */
  readonly document: string;
}

/**
 * A closed list of JSON-LD contexts: all that a document may name. It cannot be changed, only made anew; see
 * `createContexts`.
 */
export class Contexts {
  readonly #documents: ReadonlyMap<string, object>;
  /** Those that were added, as they came: to make the same list in a thread, which shares no objects. */
  readonly added: readonly AddedContext[];

  constructor(
    documents: Iterable<readonly [url: string, document: object]>,
    added: readonly AddedContext[] = [],
  ) {
    this.#documents = new Map(documents);
    this.added = added;
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
