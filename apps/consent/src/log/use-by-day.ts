import type { ReadRecord } from '@grondslag/protocol';
import { isReading } from './group-reads.ts';

/** How often an organisation looked, in the last days. */
export interface UseByDay {
  readonly agency: string;
  /** One number a day, the oldest first; the last is today. */
  readonly days: readonly number[];
  readonly count: number;
  readonly newest: Date;
}

/** Who looked on which of the last `days` days, where the citizen is; whoever looked most first. */
export function countByDay(records: readonly ReadRecord[], days: number, now: Date): UseByDay[] {
  const today = startOfDay(now);
  const found = new Map<string, { days: number[]; newest: number }>();
  for (const record of records.filter(isReading)) {
    const at = new Date(record.at);
    const ago = Math.round((today - startOfDay(at)) / DAY_MS);
    if (ago < 0 || ago >= days) continue;
    const use = found.get(record.agency) ?? { days: Array(days).fill(0), newest: 0 };
    found.set(record.agency, use);
    use.days[days - 1 - ago] = (use.days[days - 1 - ago] ?? 0) + 1;
    use.newest = Math.max(use.newest, at.getTime());
  }
  return [...found]
    .map(([agency, use]) => ({
      ...{ agency, days: use.days, newest: new Date(use.newest) },
      count: use.days.reduce((sum, one) => sum + one, 0),
    }))
    .toSorted((a, b) => b.count - a.count);
}

const DAY_MS = 24 * 60 * 60 * 1000;

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
