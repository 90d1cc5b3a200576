import { ANY, type DictionaryStore } from '../../store/dictionary-store.ts';
import { readTerm } from '../../store/written-term.ts';
import type { AlgebraOperation } from '../algebra.ts';
import { type Answer, type Term, toTerm } from '../answer.ts';
import { createLimit } from '../answer-limit.ts';
import { compileFilter } from './compile-filter.ts';
import { Declined } from './declined.ts';
import { groupRows } from './group-rows.ts';
import { joinPatterns, orderPatterns } from './join-patterns.ts';
import { type Plan, readPlan, variablesOf } from './read-plan.ts';
import { arrangeRows, distinctRows, type Row } from './row.ts';
import { readValue, type Value } from './value.ts';

/**
 * Answers a query over the rows of the store: basic graph patterns, OPTIONAL, filters that compare, aggregates, order. It gives
 * the answer that Comunica gives, or `undefined`; then ask Comunica. Takes time linear in the store.
 *
 * @throws {QueryRefusedError} `answer_too_large` beyond `maxRows`
 */
export function answerByPlan(
  store: DictionaryStore,
  operation: AlgebraOperation,
  maxRows: number,
): Answer | undefined {
  try {
    const plan = readPlan(operation);
    return plan.form === 'ask' ? ask(store, plan) : select(store, plan, maxRows);
  } catch (error) {
    if (error instanceof Declined) return undefined;
    throw error;
  }
}

function ask(store: DictionaryStore, plan: Plan): Answer {
  let value = false;
  prepareJoin(store, plan).solve(() => {
    value = true;
    return false;
  });
  return { form: 'ask', value };
}

function select(store: DictionaryStore, plan: Plan, maxRows: number): Answer {
  const { group, renamed, distinct, variables } = plan;
  const { solve, row, slotOf, terms } = prepareJoin(store, plan);
  // Names that only stand for others are followed to what they stand for.
  const original = (name: string): string => {
    const old = renamed.get(name);
    return old === undefined ? name : original(old);
  };
  const order = plan.order.map((key) => ({ ...key, of: original(key.of) }));
  const columns = group
    ? [...group.by, ...group.aggregates.map(({ name }) => name)]
    : [...new Set([...variables.map(original), ...order.map(({ of }) => of)])];

  let rows: Row[] = [];
  if (group) rows = groupRows(group, slotOf, row, solve, terms);
  else {
    const slots = columns.map(slotOf);
    const writtenAt = (id: number) => (id === ANY ? undefined : terms.written(id));
    solve(() => {
      rows.push(slots.map((slot) => writtenAt(row[slot] as number)));
      return true;
    });
  }
  const shown = variables.map((name) => columns.indexOf(original(name)));
  // DISTINCT comes before the cut (SPARQL 1.1, 18.2.5), and the order after: of equal rows any one will do.
  if (distinct && order.some(({ of }) => !shown.includes(columns.indexOf(of)))) {
    throw new Declined('order');
  }
  const arranged = arrangeRows(
    { ...plan, order },
    distinct ? distinctRows(rows, shown) : rows,
    columns,
  );
  return {
    form: 'select',
    variables: [...variables],
    rows: toRows(arranged, plan, shown, maxRows),
  };
}

function toRows(
  rows: readonly Row[],
  { variables }: Plan,
  shown: readonly number[],
  maxRows: number,
): Record<string, Term>[] {
  const limit = createLimit(maxRows);
  const terms = new Map<string, Term>();
  return rows.map((row) => {
    const found: Record<string, Term> = {};
    let characters = 0;
    for (const [at, name] of variables.entries()) {
      const written = row[shown[at] as number];
      if (written === undefined) continue;
      const term = terms.get(written) ?? toTerm(readTerm(written));
      terms.set(written, term);
      characters += term.value.length;
      found[name] = term;
    }
    limit.count(1, characters);
    return found;
  });
}

function prepareJoin(store: DictionaryStore, { patterns, filters, optionals }: Plan) {
  const names = [...variablesOf([patterns, ...optionals.map((one) => one.patterns)].flat())];
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const row = new Int32Array(names.length);
  const terms = readTerms(store);
  const values = { valueAt: (slot: number) => terms.readValue(row[slot] as number) };
  const compiled = filters.map((filter) => compileFilter(filter, slots));
  const { steps, boundAfter } = orderPatterns(store, patterns, slots);
  const added = optionals.map(
    (one) => orderPatterns(store, one.patterns, slots, boundAfter.at(-1)).steps,
  );
  // Each filter as soon as all it sees is bound.
  const tests = (steps ?? []).map((_, step) =>
    compiled.filter(({ sees }) => {
      const first = boundAfter.findIndex((bound) => [...sees].every((slot) => bound.has(slot)));
      return first === step;
    }),
  );
  const test = (step: number) => {
    for (const filter of tests[step] ?? []) if (filter.test(values) !== true) return false;
    return true;
  };
  return {
    row,
    terms,
    slotOf: (name: string) => slots.get(name) as number,
    solve(visit: () => boolean) {
      if (steps) joinPatterns(store, steps, added, row, test, visit);
    },
  };
}

/** How a term of the store is written, and what it is; each is looked at once. */
function readTerms(store: DictionaryStore) {
  const values: Value[] = [];
  const written = (id: number) => store.writtenBy(id);
  return {
    written,
    readValue(id: number): Value {
      let value = values[id];
      if (!value) {
        value = readValue(written(id));
        values[id] = value;
      }
      return value;
    },
  };
}
