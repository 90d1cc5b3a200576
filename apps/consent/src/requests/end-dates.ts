/** How long a citizen lets an agency see facts. */
export type EndChoice = 'asked' | 'today' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface EndOption {
  readonly choice: EndChoice;
  readonly at: Date;
}

/** Last moment of the day, where the citizen is. */
function endOfDay(year: number, month: number, day: number): Date {
  return new Date(year, month, day, 23, 59, 59);
}

function later(now: Date, days: number, months: number): Date {
  return endOfDay(now.getFullYear(), now.getMonth() + months, now.getDate() + days);
}

/**
 * Ends to choose from: what was asked, and shorter ones. When no end was asked, the citizen still sets one.
 */
export function endOptions(asked: Date | undefined, now: Date): EndOption[] {
  const shorter: EndOption[] = [
    { choice: 'today', at: later(now, 0, 0) },
    { choice: 'day', at: later(now, 1, 0) },
    { choice: 'week', at: later(now, 7, 0) },
    { choice: 'month', at: later(now, 0, 1) },
    { choice: 'quarter', at: later(now, 0, 3) },
    { choice: 'year', at: later(now, 0, 12) },
  ];
  if (!asked) return shorter;
  return [{ choice: 'asked', at: asked }, ...shorter.filter(({ at }) => at < asked)];
}

/**
 * The end of a day the citizen typed (`2026-03-03`), or the asked end when that is earlier on the same day.
 *
 * `undefined` when it is no day, is over, or is later than was asked.
 */
export function endOfTypedDay(typed: string, asked: Date | undefined, now: Date): Date | undefined {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const end = endOfDay(year, month - 1, day);
  if (end.getMonth() !== month - 1 || end <= now) return undefined;
  if (!asked || end <= asked) return end;
  const startOfDay = new Date(year, month - 1, day);
  return startOfDay <= asked ? asked : undefined;
}

/** A day as a date field writes it, where the citizen is. */
export function typedDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
