import type { CorrectionView } from '@grondslag/legal-basis';
import type { Words } from '../i18n/words.ts';

/** Where a report stands, in one or two sentences. */
export function correctionStateInWords(
  {
    state,
    answerBefore,
    correction: { reportedBy },
  }: Pick<CorrectionView, 'state' | 'answerBefore'> & {
    readonly correction: Pick<CorrectionView['correction'], 'reportedBy'>;
  },
  source: string,
  now: Date,
  { text, day }: Words,
): string {
  if (state === 'corrected' || state === 'rejected') return text(`correction.${state}`, { source });
  const deadline = new Date(answerBefore);
  const values = { source, date: day(deadline) };
  // The answer to an agency goes to the agency too.
  const of = reportedBy ? 'agencyReport' : 'correction';
  return now > deadline ? text(`${of}.late`, values) : text(`${of}.${state}`, values);
}
