import { ANY, DEFAULT_GRAPH, type DictionaryStore } from '../../store/dictionary-store.ts';
import type { AlgebraPattern, AlgebraTerm } from '../algebra.ts';
import { Declined } from './declined.ts';
import { writeAlgebraTerm } from './terms.ts';

/** A term of a pattern: an id, or the slot of a variable. */
interface Place {
  readonly id: number;
  /** -1 for a term. */
  readonly slot: number;
}
type Places = readonly [subject: Place, predicate: Place, object: Place, graph: Place];

export interface Joined {
  /** Patterns in the order in which they are joined; `undefined` when a term is in no quad, so nothing can match. */
  readonly steps: readonly Places[] | undefined;
  /** By step: the slots bound once it is done. */
  readonly boundAfter: readonly ReadonlySet<number>[];
}

/** How many rows a look-up by one bound variable is thought to give, by position. */
const EXPECTED_ROWS = [8, 4_096, 64, 32] as const;
/** Of all steps together, per quad of the store and beside that: linear, so that nobody's thread is kept busy. */
const WORK_PER_QUAD = 16;
const WORK_FREE = 1_000_000;

/** Finds an order by what each pattern costs once the ones before it are bound: least first. */
export function orderPatterns(
  store: DictionaryStore,
  patterns: readonly AlgebraPattern[],
  slots: ReadonlyMap<string, number>,
  boundBefore: ReadonlySet<number> = new Set(),
): Joined {
  const place = (term: AlgebraTerm): Place => {
    if (term.termType === 'Variable') return { id: ANY, slot: slots.get(term.value) as number };
    return { id: store.idOfWritten(writeAlgebraTerm(term)) ?? Number.NaN, slot: -1 };
  };
  const waiting = patterns.map(
    ({ subject, predicate, object, graph }): Places => [
      place(subject),
      place(predicate),
      place(object),
      place(graph),
    ],
  );
  const boundAfter: ReadonlySet<number>[] = [];
  if (waiting.flat().some(({ id }) => Number.isNaN(id))) return { steps: undefined, boundAfter };

  const steps: Places[] = [];
  let bound = boundBefore;
  while (waiting.length > 0) {
    const costs = waiting.map((places) => costOf(store, places, bound));
    const [next] = waiting.splice(costs.indexOf(Math.min(...costs)), 1);
    if (!next) break;
    steps.push(next);
    bound = new Set([...bound, ...next.map(({ slot }) => slot)]);
    boundAfter.push(bound);
  }
  return { steps, boundAfter };
}

function costOf(store: DictionaryStore, places: Places, bound: ReadonlySet<number>): number {
  const { from, to } = store.candidates(places[0].id, places[1].id, places[2].id, places[3].id);
  let cost = to - from;
  let narrowed = 0;
  for (const [position, { slot }] of places.entries()) {
    if (slot < 0 || !bound.has(slot)) continue;
    cost = Math.min(cost, EXPECTED_ROWS[position] as number);
    narrowed++;
  }
  return cost / (1 + narrowed);
}

/**
 * Joins by looking up, step by step, what fits the row so far; `visit` sees each solution in `row` and says whether
 * to go on, `test` (by step) whether a solution so far can become one. Each of `optionals` then adds what it finds; what
 * it does not find stays `ANY` in the row.
 *
 * @throws {Declined} beyond work that is linear in the size of the store
 */
export function joinPatterns(
  store: DictionaryStore,
  steps: readonly Places[],
  optionals: readonly Joined['steps'][],
  row: Int32Array,
  test: (step: number) => boolean,
  visit: () => boolean,
): void {
  const columns = [store.subjects, store.predicates, store.objects, store.graphs] as const;
  let work = store.size * WORK_PER_QUAD + WORK_FREE;
  row.fill(ANY);

  function join(of: readonly Places[], step: number, then: () => boolean): boolean {
    const places = of[step];
    if (!places) return then();
    const [s, p, o, g] = places;
    const subject = s.slot < 0 ? s.id : (row[s.slot] as number);
    const predicate = p.slot < 0 ? p.id : (row[p.slot] as number);
    const object = o.slot < 0 ? o.id : (row[o.slot] as number);
    const graph = g.slot < 0 ? g.id : (row[g.slot] as number);
    const { rows, from, to } = store.candidates(subject, predicate, object, graph);
    work -= to - from;
    if (work < 0) throw new Declined('work');
    let goesOn = true;
    for (let at = from; at < to && goesOn; at++) {
      const found = rows ? (rows[at] as number) : at;
      if (!store.fits(found, subject, predicate, object, graph)) continue;
      // `GRAPH ?g` is any graph with a name.
      if (g.slot >= 0 && columns[3][found] === DEFAULT_GRAPH) continue;
      if (bind(places, found) && passes(of, step)) goesOn = join(of, step + 1, then);
      if (subject === ANY) row[s.slot] = ANY;
      if (predicate === ANY) row[p.slot] = ANY;
      if (object === ANY) row[o.slot] = ANY;
      if (graph === ANY) row[g.slot] = ANY;
    }
    return goesOn;
  }

  /** Filters see nothing of an OPTIONAL. */
  function passes(of: readonly Places[], step: number): boolean {
    return of !== steps || test(step);
  }

  function joinOptional(at: number): boolean {
    if (at === optionals.length) return visit();
    let isFound = false;
    const found = () => {
      isFound = true;
      return joinOptional(at + 1);
    };
    const optional = optionals[at];
    const goesOn = optional ? join(optional, 0, found) : true;
    return isFound ? goesOn : joinOptional(at + 1);
  }

  /** `false` when a variable that stands twice would have two values. */
  function bind(places: Places, found: number): boolean {
    for (let position = 0; position < 4; position++) {
      const { slot } = places[position] as Place;
      if (slot < 0) continue;
      const id = (columns[position] as Uint32Array)[found] as number;
      if (row[slot] === ANY) row[slot] = id;
      else if (row[slot] !== id) return false;
    }
    return true;
  }

  join(steps, 0, () => joinOptional(0));
}
