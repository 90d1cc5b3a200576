import {
  type CorrectionView,
  correctionStateSchema,
  correctionStepKindSchema,
} from '@grondslag/legal-basis';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { oneLine } from './print-outcome.ts';
import { UsageError } from './usage-error.ts';

/** Errors that citizens report in facts of this source. */
export const correctionCommands: Readonly<Record<string, Command>> = {
  'corrections list': {
    options: ['state'],
    async run({ agency, values }) {
      const state = correctionStateSchema.optional().safeParse(values.state);
      if (!state.success) {
        const states = correctionStateSchema.options.join(', ');
        throw new UsageError(`Expected --state, one of: ${states}.`);
      }
      const outcome = await (await agency()).listCorrections(state.data);
      const lines = outcome.length === 0 ? ['No reports.'] : outcome.flatMap(reportLines);
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'corrections answer': {
    needs: 'REPORT_ID',
    options: ['outcome', 'by', 'role', 'reasons', 'replacement'],
    async run({ agency, argument, values }) {
      const { outcome: step, by: name, role, reasons, replacement } = values;
      const known = correctionStepKindSchema.safeParse(step);
      if (!known.success) {
        throw new UsageError(
          'Expected --outcome in-examination, corrected (the right fact is in the vault) or rejected.',
        );
      }
      if (!name || !role) {
        throw new UsageError('Expected --by NAME --role ROLE: a named official takes this step.');
      }
      const outcome = await (await agency())
        .answerCorrection(argument, {
          ...{ step: known.data, by: { name, role } },
          ...(reasons !== undefined && { reasons: { nl: reasons } }),
          ...(replacement !== undefined && { replacement }),
        })
        .catch(asUsageError);
      return { outcome, report: { lines: reportLines(outcome), exitCode: exitCodes.ok } };
    },
  },
};

/** Where a report stands, and what it says. Whom it is about is in `--json`: the source knows by the credential. */
function reportLines({ correction, state, answerBefore }: CorrectionView): string[] {
  const { id, credential, fields, words } = correction;
  return [
    [state, `answer before ${answerBefore.slice(0, 10)}`, id, credential].join('  '),
    ...fields.map(({ name, shouldBe }) =>
      shouldBe === undefined ? `  ${name}` : `  ${name}: should be “${oneLine(shouldBe)}”`,
    ),
    ...(words === undefined ? [] : [`  “${oneLine(words)}”`]),
  ];
}
