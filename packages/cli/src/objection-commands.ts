import type { ObjectionView } from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { officialOf } from './mandates/official-of.ts';
import { UsageError } from './usage-error.ts';

/** Objections against access of this agency. */
export const objectionCommands: Readonly<Record<string, Command>> = {
  'objection list': {
    options: [],
    async run({ agency }) {
      const outcome = await (await agency()).listObjections();
      const lines = outcome.length === 0 ? ['No objections.'] : outcome.map(objectionLine);
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'objection answer': {
    needs: 'OBJECTION_ID',
    options: ['outcome', 'by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const { outcome: answer } = values;
      if (answer !== 'upheld' && answer !== 'rejected') {
        throw new UsageError(
          'Expected --outcome upheld (the citizen is right; the access ends) or rejected.',
        );
      }
      const { by, reasons } = officialOf(values);
      const outcome = await (await agency())
        .answerObjection(argument, { outcome: answer, reasons: { nl: reasons }, by })
        .catch(asUsageError);
      return { outcome, report: { lines: [objectionLine(outcome)], exitCode: exitCodes.ok } };
    },
  },
};

function objectionLine({ objection, state, answerBefore, suspendsAccess }: ObjectionView): string {
  return [
    state,
    `answer before ${answerBefore.slice(0, 10)}`,
    ...(suspendsAccess ? ['access suspended'] : []),
    objection.id,
    `“${objection.grounds.replaceAll(/\p{Cc}+/gu, ' ')}”`,
  ].join('  ');
}
