import type { CorrectionView } from '@grondslag/legal-basis';
import type { Words } from '../i18n/words.ts';

/** Where a report stands, in one or two sentences. */
export function correctionStateInWords(
  { state, answerBefore }: Pick<CorrectionView, 'state' | 'answerBefore'>,
  source: string,
  now: Date,
  { text, day }: Words,
): string {
  if (state === 'corrected' || state === 'rejected') return text(`correction.${state}`, { source });
  const deadline = new Date(answerBefore);
  const values = { source, date: day(deadline) };
  return now > deadline ? text('correction.late', values) : text(`correction.${state}`, values);
}
