import type { Words } from '../i18n/words.ts';

const DAYS_A_YEAR = 365;

/** A number of days as people say it: whole years, else days. */
export function daysInWords(days: number, { text }: Words): string {
  return days % DAYS_A_YEAR === 0
    ? text('lawInfo.years', { count: days / DAYS_A_YEAR })
    : text('lawInfo.days', { count: days });
}
