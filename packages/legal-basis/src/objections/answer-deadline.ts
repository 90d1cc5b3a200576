import type { Objection } from './objection.ts';

const MONTHS = 1;
const MORE_MONTHS = 2;

/**
 * When the citizen must have an answer: one month after the objection was received, or three when the agency said so
 * within that month (Article 12(3) GDPR). A month ends on the same day of the next one, or on its last day.
 */
export function answerDeadline({
  receivedAt,
  extension,
}: Pick<Objection, 'receivedAt' | 'extension'>): Date {
  const first = addMonths(new Date(receivedAt), MONTHS);
  if (extension === undefined || new Date(extension.at) > first) return first;
  return addMonths(new Date(receivedAt), MONTHS + MORE_MONTHS);
}

function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const days = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), days));
  return to;
}
