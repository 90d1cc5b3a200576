import type * as Rdf from '@rdfjs/types';
import { indexRows, type RowIndex } from './row-index.ts';
import type { StoreRows } from './store-rows.ts';
import { factory, readTerm, writeTerm } from './written-term.ts';

/** Id of the default graph. Nothing but provenance is in it. */
export const DEFAULT_GRAPH = 0;
/** In place of an id: any term. */
export const ANY = -1;

const FIRST_CAPACITY = 1_024;
/** Below it, no other index would give noticeably fewer rows. */
const FEW_ROWS = 8;
const BLANK = '_';

/** Rows to look through: `rows[from]` up to `rows[to]`, or the row numbers themselves without `rows`. */
export interface Candidates {
  readonly rows: Uint32Array | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * Quads as rows of four numbers, and each term once. Append-only.
 *
 * An index of a column is made when it is first needed and holds until rows are added: load, then ask.
 */
export class DictionaryStore {
  subjects = new Uint32Array(FIRST_CAPACITY);
  predicates = new Uint32Array(FIRST_CAPACITY);
  objects = new Uint32Array(FIRST_CAPACITY);
  graphs = new Uint32Array(FIRST_CAPACITY);
  size = 0;
  /** How terms are written, by id. All blank nodes are `_`: their id is their label. */
  readonly written: string[] = [''];
  readonly #ids = new Map<string, number>([['', DEFAULT_GRAPH]]);
  readonly #terms: (Rdf.Term | undefined)[] = [factory.defaultGraph()];
  readonly #indexes = new Map<Uint32Array, RowIndex>();
  /** Rows of provenance, by graph. */
  readonly #provenance = new Map<number, number[]>();
  #indexedSize = 0;

  /** The id of a term, new if need be. `written` must be the canonical form. */
  intern(written: string): number {
    const known = this.#ids.get(written);
    if (known !== undefined) return known;
    const id = this.written.length;
    this.#ids.set(written, id);
    this.written.push(written);
    return id;
  }

  /** A blank node that is no other. */
  addBlankNode(): number {
    return this.written.push(BLANK) - 1;
  }

  isGraph(id: number): boolean {
    return this.#provenance.has(id);
  }

  /** Adds what is known of a graph to the default graph, unless it is there. */
  appendProvenance(graph: number, predicate: number, object: number): void {
    for (const row of this.provenance(graph)) {
      if (this.predicates[row] === predicate && this.objects[row] === object) return;
    }
    this.#addProvenance(graph, this.size);
    this.append(graph, predicate, object, DEFAULT_GRAPH);
  }

  provenance(graph: number): readonly number[] {
    return this.#provenance.get(graph) ?? [];
  }

  #addProvenance(graph: number, row: number): void {
    const rows = this.#provenance.get(graph);
    if (rows) rows.push(row);
    else this.#provenance.set(graph, [row]);
  }

  append(subject: number, predicate: number, object: number, graph: number): void {
    if (this.size === this.subjects.length) this.#grow();
    const row = this.size++;
    this.subjects[row] = subject;
    this.predicates[row] = predicate;
    this.objects[row] = object;
    this.graphs[row] = graph;
  }

  /** What was added after the first `terms` terms and `rows` rows. */
  addedAfter(terms: number, rows: number): StoreRows {
    const { size } = this;
    return {
      written: this.written.slice(terms),
      subjects: this.subjects.slice(rows, size),
      predicates: this.predicates.slice(rows, size),
      objects: this.objects.slice(rows, size),
      graphs: this.graphs.slice(rows, size),
    };
  }

  /** Adds what the store that this one follows has more, with the same ids. */
  addAll({ written, subjects, predicates, objects, graphs }: StoreRows): void {
    for (const one of written) {
      if (one === BLANK) this.addBlankNode();
      else this.intern(one);
    }
    for (let row = 0; row < subjects.length; row++) {
      const subject = subjects[row] as number;
      const graph = graphs[row] as number;
      if (graph === DEFAULT_GRAPH) this.#addProvenance(subject, this.size);
      this.append(subject, predicates[row] as number, objects[row] as number, graph);
    }
  }

  /** `undefined`: no quad of this store has the term. */
  idOf(term: Rdf.Term): number | undefined {
    if (term.termType === 'BlankNode') {
      const id = /^b[1-9][0-9]*$/.test(term.value) ? Number(term.value.slice(1)) : -1;
      return this.isBlank(id) ? id : undefined;
    }
    const written = writeTerm(term);
    return written === undefined ? undefined : this.idOfWritten(written);
  }

  /** As `idOf`, for a term that is not a blank node, in canonical form. */
  idOfWritten(written: string): number | undefined {
    return this.#ids.get(written);
  }

  isBlank(id: number): boolean {
    return this.written[id] === BLANK;
  }

  /** How a term is written in an answer: a blank node with its label. */
  writtenBy(id: number): string {
    return this.isBlank(id) ? `_:b${id}` : (this.written[id] as string);
  }

  term(id: number): Rdf.Term {
    let term = this.#terms[id];
    if (!term) {
      term = readTerm(this.writtenBy(id));
      this.#terms[id] = term;
    }
    return term;
  }

  /** A short list of rows that has all that fit; see `fits`. */
  candidates(subject: number, predicate: number, object: number, graph: number): Candidates {
    let best: Candidates = { rows: undefined, from: 0, to: this.size };
    if (subject !== ANY) best = this.#shorter(best, this.subjects, subject);
    if (object !== ANY) best = this.#shorter(best, this.objects, object);
    if (graph !== ANY) best = this.#shorter(best, this.graphs, graph);
    if (predicate !== ANY) best = this.#shorter(best, this.predicates, predicate);
    return best;
  }

  fits(row: number, subject: number, predicate: number, object: number, graph: number): boolean {
    return (
      (subject === ANY || this.subjects[row] === subject) &&
      (predicate === ANY || this.predicates[row] === predicate) &&
      (object === ANY || this.objects[row] === object) &&
      (graph === ANY || this.graphs[row] === graph)
    );
  }

  /** All rows that fit. */
  find(subject: number, predicate: number, object: number, graph: number): number[] {
    const { rows, from, to } = this.candidates(subject, predicate, object, graph);
    const found: number[] = [];
    for (let at = from; at < to; at++) {
      const row = rows ? (rows[at] as number) : at;
      if (this.fits(row, subject, predicate, object, graph)) found.push(row);
    }
    return found;
  }

  #shorter(best: Candidates, column: Uint32Array, id: number): Candidates {
    if (best.to - best.from <= FEW_ROWS) return best;
    const { starts, rows } = this.#index(column);
    const from = starts[id] as number;
    const to = starts[id + 1] as number;
    return to - from < best.to - best.from ? { rows, from, to } : best;
  }

  #index(column: Uint32Array): RowIndex {
    if (this.#indexedSize !== this.size) {
      this.#indexes.clear();
      this.#indexedSize = this.size;
    }
    let index = this.#indexes.get(column);
    // A term that is in the dictionary only, without a row, may be newer than the index: it needs an empty place.
    if (!index || index.starts.length <= this.written.length) {
      index = indexRows(column, this.size, this.written.length);
      this.#indexes.set(column, index);
    }
    return index;
  }

  #grow(): void {
    const grown = (column: Uint32Array) => {
      const larger = new Uint32Array(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.subjects = grown(this.subjects);
    this.predicates = grown(this.predicates);
    this.objects = grown(this.objects);
    this.graphs = grown(this.graphs);
  }
}
