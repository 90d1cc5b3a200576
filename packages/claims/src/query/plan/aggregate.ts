import { compareValues } from './compare.ts';
import { Declined } from './declined.ts';
import { ExactSum, writeNumber } from './exact-sum.ts';
import type { Aggregate } from './read-plan.ts';
import type { Value } from './value.ts';

/** One aggregate of one group: takes values in any order. */
export interface Accumulator {
  /** `id` of a term, and what it is. */
  add(id: number, readValue: (id: number) => Value): void;
  /** As written; `undefined` when there is no value, or an error (SPARQL 1.1, 18.5.1). */
  result(): string | undefined;
}

export function createAccumulator({ aggregator, distinct }: Aggregate): Accumulator {
  const one = accumulators[aggregator]();
  if (!distinct) return one;
  const seen = new Set<number>();
  return {
    add(id, readValue) {
      if (seen.has(id)) return;
      seen.add(id);
      one.add(id, readValue);
    },
    result: one.result,
  };
}

const accumulators: Record<Aggregate['aggregator'], () => Accumulator> = {
  count: () => {
    let count = 0;
    return {
      add: () => void count++,
      result: () => writeNumber(count, 'integer'),
    };
  },
  sum: () => createSum((sum) => sum.sum()),
  avg: () => createSum((sum) => sum.average()),
  min: () => createExtreme(-1),
  max: () => createExtreme(1),
};

function createSum(result: (sum: ExactSum) => string): Accumulator {
  const sum = new ExactSum();
  let failed = false;
  return {
    add(id, readValue) {
      const value = readValue(id);
      if (value.kind !== 'number') failed = true;
      else if (!failed) sum.add(value);
    },
    result: () => (failed ? undefined : result(sum)),
  };
}

function createExtreme(sign: 1 | -1): Accumulator {
  let best: Value | undefined;
  let failed = false;
  return {
    add(id, readValue) {
      const value = readValue(id);
      if (value.kind === 'node') failed = true;
      if (failed || value.written === best?.written) return;
      const order = best === undefined ? 1 : sign * compareValues(value, best);
      // Equal and not the same, as 1 and 1.0: which of them depends on the order of the rows.
      if (order === 0) throw new Declined('tie');
      if (order > 0) best = value;
    },
    result: () => (failed ? undefined : best?.written),
  };
}
