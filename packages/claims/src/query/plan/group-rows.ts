import { type Accumulator, createAccumulator } from './aggregate.ts';
import { compileFilter, type RowValues } from './compile-filter.ts';
import { Declined } from './declined.ts';
import type { Plan } from './read-plan.ts';
import type { Row } from './row.ts';
import { readValue, type Value } from './value.ts';

interface Group {
  readonly by: readonly number[];
  readonly accumulators: readonly Accumulator[];
}

/**
 * One row a group (SPARQL 1.1, 18.5) that passes HAVING: what it is grouped by, then its aggregates. `solve` calls back
 * for each solution, with its ids in `row`.
 */
export function groupRows(
  { by, aggregates, having }: NonNullable<Plan['group']>,
  slotOf: (name: string) => number,
  row: Int32Array,
  solve: (visit: () => boolean) => void,
  terms: { written(id: number): string; readValue(id: number): Value },
): Row[] {
  const slots = by.map(slotOf);
  const values = aggregates.map(({ of }) => (of === undefined ? -1 : slotOf(of)));
  const groups = new Map<string | number, Group>();
  const create = (): Group => ({
    by: slots.map((slot) => row[slot] as number),
    accumulators: aggregates.map(createAccumulator),
  });
  const [only] = slots;
  const keyOf =
    slots.length === 1
      ? () => row[only as number] as number
      : () => slots.map((slot) => row[slot]).join();
  // Without GROUP BY there is one group, also of nothing.
  if (slots.length === 0) groups.set('', create());
  solve(() => {
    const key = keyOf();
    let group = groups.get(key);
    if (!group) {
      group = create();
      groups.set(key, group);
    }
    for (let at = 0; at < values.length; at++) {
      const slot = values[at] as number;
      group.accumulators[at]?.add(slot < 0 ? -1 : (row[slot] as number), terms.readValue);
    }
    return true;
  });
  const rows = [...groups.values()].map((group) => [
    ...group.by.map(terms.written),
    ...group.accumulators.map((accumulator) => accumulator.result()),
  ]);
  const columns = new Map(
    [...by, ...aggregates.map(({ name }) => name)].map((name, at) => [name, at]),
  );
  const filters = having.map((filter) => compileFilter(filter, columns));
  return rows.filter((found) => filters.every(({ test }) => test(valuesOf(found)) === true));
}

function valuesOf(found: Row): RowValues {
  return {
    valueAt(column) {
      const written = found[column];
      // An aggregate that came to an error.
      if (written === undefined) throw new Declined('unbound');
      return readValue(written);
    },
  };
}
