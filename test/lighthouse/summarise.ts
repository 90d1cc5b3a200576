import type { Category, Run } from './measure-page.ts';

/** What is known of one page. */
export interface Summary {
  readonly name: string;
  /** Medians. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Medians. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Of any run. */
  readonly costs: readonly string[];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function medians<Name extends string>(records: readonly Readonly<Record<Name, number>>[]) {
  const result = { ...records[0] } as Record<Name, number>;
  for (const name of Object.keys(result) as Name[]) {
    // thousandths matter for layout shift only
    result[name] = Math.round(median(records.map((record) => record[name])) * 1_000) / 1_000;
  }
  return result;
}

/** Puts the runs of one page together. */
export function summarise(name: string, runs: readonly Run[]): Summary {
  return {
    name,
    scores: medians(runs.map(({ scores }) => scores)),
    metrics: medians(runs.map(({ metrics }) => metrics)),
    costs: [...new Set(runs.flatMap(({ costs }) => costs))],
  };
}
