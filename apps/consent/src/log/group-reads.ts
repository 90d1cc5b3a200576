import type { ReadRecord } from '@grondslag/protocol';

/** One sentence of the log: the same body used the same thing under the same permission, once or more. */
export interface ReadLine {
  readonly key: string;
  readonly agency: string;
  readonly grant: string;
  readonly resource: string;
  /** Whether something was changed instead of read. */
  readonly changed: boolean;
  /** Newest first. */
  readonly times: readonly Date[];
}

/** Lines of one day, where the citizen is. */
export interface ReadDay {
  /** Start of the day. */
  readonly day: Date;
  readonly lines: readonly ReadLine[];
}

/** Puts records in days, newest first, and repetitions within a day in one line. */
export function groupReads(records: readonly ReadRecord[]): ReadDay[] {
  const days = new Map<number, Map<string, ReadLine & { times: Date[] }>>();
  for (const record of records.toSorted((a, b) => b.at.localeCompare(a.at))) {
    const at = new Date(record.at);
    const day = new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
    const changed = !isReading(record);
    const key = JSON.stringify([record.agency, record.grant, record.resource, changed]);
    const lines = days.get(day) ?? new Map<string, ReadLine & { times: Date[] }>();
    days.set(day, lines);
    const line = lines.get(key);
    if (line) line.times.push(at);
    else {
      const { agency, grant, resource } = record;
      lines.set(key, { key, agency, grant, resource, changed, times: [at] });
    }
  }
  return [...days].map(([day, lines]) => ({ day: new Date(day), lines: [...lines.values()] }));
}

/** How many records of the last `days` days are of reading. */
export function countRecent(records: readonly ReadRecord[], days: number, now: Date): number {
  const since = now.getTime() - days * 24 * 60 * 60 * 1000;
  return records.filter((record) => isReading(record) && Date.parse(record.at) >= since).length;
}

/** Looking, not changing; a channel opened to hear of changes is looking too. */
export function isReading({ method }: ReadRecord): boolean {
  return ['GET', 'HEAD', 'SUBSCRIBE'].includes(method);
}
