import { article18ExceptionSchema, type ObjectionView } from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { officialOf } from './mandates/official-of.ts';
import type { Report } from './print-outcome.ts';
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
      return told(outcome);
    },
  },
  'objection extend': {
    needs: 'OBJECTION_ID',
    options: ['by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const { by, reasons } = officialOf(values);
      const extension = { reasons: { nl: reasons }, by };
      const outcome = await (await agency())
        .extendObjection(argument, extension)
        .catch(asUsageError);
      return told(outcome);
    },
  },
  'objection except': {
    needs: 'OBJECTION_ID',
    options: ['ground', 'by', 'role', 'reasons'],
    async run({ agency, argument, values }) {
      const ground = grounds.find((one) => one === values.ground);
      if (ground === undefined) {
        throw new UsageError(
          `Expected --ground, one of: ${grounds.join(', ')} (Article 18(2)). The citizen is told.`,
        );
      }
      const { by, reasons } = officialOf(values);
      const exception = { ground, reasons: { nl: reasons }, by };
      const outcome = await (await agency())
        .recordException(argument, exception)
        .catch(asUsageError);
      return told(outcome);
    },
  },
};

/** Why access may go on during an objection. */
const grounds = article18ExceptionSchema.shape.ground.options;

function told(outcome: ObjectionView): {
  readonly outcome: ObjectionView;
  readonly report: Report;
} {
  return { outcome, report: { lines: [objectionLine(outcome)], exitCode: exitCodes.ok } };
}

function objectionLine({ objection, state, answerBefore, suspendsAccess }: ObjectionView): string {
  return [
    state,
    `answer before ${answerBefore.slice(0, 10)}`,
    ...(suspendsAccess ? ['access suspended'] : []),
    objection.id,
    `“${objection.grounds.replaceAll(/\p{Cc}+/gu, ' ')}”`,
  ].join('  ');
}
