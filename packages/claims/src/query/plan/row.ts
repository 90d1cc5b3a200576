import { compareValues } from './compare.ts';
import { Declined } from './declined.ts';
import type { Plan } from './read-plan.ts';
import { readValue, type Value } from './value.ts';

/** A solution on its way out: by column, how the term is written. `undefined`: not bound. */
export type Row = readonly (string | undefined)[];

/**
 * Sorts and cuts rows.
 *
 * @throws {Declined} when the cut would fall between rows of which neither comes first
 */
export function arrangeRows(plan: Plan, rows: readonly Row[], columns: readonly string[]): Row[] {
  const { start, length } = plan;
  const end = start + length;
  const keys = plan.order.map(({ of, descending }) => ({
    column: columns.indexOf(of),
    sign: descending ? -1 : 1,
  }));
  const values = new Map<string, Value>();
  const read = (written: string | undefined): Value => {
    if (written === undefined) throw new Declined('unbound');
    let value = values.get(written);
    if (!value) {
      value = readValue(written);
      values.set(written, value);
    }
    return value;
  };
  const compare = (a: Row, b: Row): number => {
    for (const { column, sign } of keys) {
      const order = sign * compareValues(read(a[column]), read(b[column]));
      if (order !== 0) return order;
    }
    return 0;
  };
  const sorted = keys.length > 0 ? rows.toSorted(compare) : [...rows];
  for (const cut of [start, end]) {
    const [before, after] = [sorted[cut - 1], sorted[cut]];
    if (before && after && compare(before, after) === 0) throw new Declined('tie');
  }
  return sorted.slice(start, end);
}

/** The first of each, by the columns that are shown. */
export function distinctRows(rows: readonly Row[], shown: readonly number[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(shown.map((column) => row[column] ?? null));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
