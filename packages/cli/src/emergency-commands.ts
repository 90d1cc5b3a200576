import { type LawfulAccessView, reviewStateSchema } from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { officialOf } from './mandates/official-of.ts';
import { UsageError } from './usage-error.ts';

/** Emergencies of this agency, which somebody else looks at afterwards. */
export const emergencyCommands: Readonly<Record<string, Command>> = {
  'emergency list': {
    options: ['review'],
    async run({ agency, values }) {
      const review = reviewStateSchema.safeParse(values.review ?? 'overdue').data;
      if (review === undefined) throw new UsageError('Expected --review due, overdue or done.');
      const outcome = await (await agency()).listEmergencies(review);
      const lines = outcome.length === 0 ? [`No emergencies: ${review}.`] : outcome.map(lineOf);
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'emergency review': {
    needs: 'ACCESS_ID',
    options: ['outcome', 'by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const { outcome: found } = values;
      if (found !== 'justified' && found !== 'not-justified') {
        throw new UsageError(
          'Expected --outcome justified or not-justified (the access ends); by somebody who did not open it.',
        );
      }
      const { by, reasons } = officialOf(values);
      const outcome = await (await agency())
        .reviewEmergency(argument, { outcome: found, reasons: { nl: reasons }, by })
        .catch(asUsageError);
      return { outcome, report: { lines: [lineOf(outcome)], exitCode: exitCodes.ok } };
    },
  },
};

function lineOf({ access, reviewState = 'due', review }: LawfulAccessView): string {
  return [
    review?.outcome ?? reviewState,
    `review before ${access.emergency?.reviewBefore.slice(0, 10) ?? '–'}`,
    access.id,
    `“${(access.emergency?.danger ?? '').replaceAll(/\p{Cc}+/gu, ' ')}”`,
  ].join('  ');
}
