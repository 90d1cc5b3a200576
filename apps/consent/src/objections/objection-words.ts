import type { ObjectionView } from '@grondslag/legal-basis';
import type { Words } from '../i18n/words.ts';

/** Where an objection stands; of one without an answer, by when that must be there. */
export function objectionStateInWords(
  { state, answerBefore }: Pick<ObjectionView, 'state' | 'answerBefore'>,
  agency: string,
  now: Date,
  { text, day }: Words,
): string {
  if (state === 'upheld') return text('objection.upheld');
  if (state === 'rejected') return text('objection.rejected', { agency });
  const deadline = new Date(answerBefore);
  return text(deadline < now ? 'objection.late' : 'objection.received', {
    agency,
    date: day(deadline),
  });
}
