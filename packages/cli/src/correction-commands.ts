import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReportedFact } from '@grondslag/agency';
import {
  type CorrectionView,
  correctionStateSchema,
  correctionStepKindSchema,
  doubtSchema,
} from '@grondslag/legal-basis';
import * as z from 'zod';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { oneLine } from './print-outcome.ts';
import { UsageError } from './usage-error.ts';

/** Errors in facts: reported by this agency, and answered by this source. */
export const correctionCommands: Readonly<Record<string, Command>> = {
  'corrections report': {
    needs: 'ACCESS_ID',
    options: ['from', 'resource', 'field', 'doubt'],
    async run({ agency, argument: access, values, folder }) {
      const doubt = doubtSchema.safeParse(values.doubt);
      if (!doubt.success) {
        throw new UsageError(`Expected --doubt, one of: ${doubtSchema.options.join(', ')}.`);
      }
      const fact = await readFact(resolve(folder, values.from ?? ''), values.resource);
      const what = { fields: values.field ?? [], doubt: doubt.data };
      const outcome = await (await agency()).reportError(access, fact, what).catch(asUsageError);
      return { outcome, report: { lines: reportLines(outcome), exitCode: exitCodes.ok } };
    },
  },
  'corrections disputed': {
    needs: 'WEBID',
    options: [],
    async run({ agency, argument: citizen }) {
      const outcome = await (await agency()).listDisputedFacts(citizen);
      const lines = outcome.map(
        ({ disputedAt, resource }) => `${disputedAt.slice(0, 10)}  ${resource}`,
      );
      const none = ['Nothing that you read or may read is disputed.'];
      return {
        outcome,
        report: { lines: lines.length > 0 ? lines : none, exitCode: exitCodes.ok },
      };
    },
  },
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

const readSchema = z.object({
  claims: z.array(
    z.object({
      ...{ resource: z.url(), credential: z.url(), claimType: z.url() },
      source: z.object({ id: z.url() }),
    }),
  ),
});

/** A fact in what `grondslag read … --json` printed: to report it, it need not be read again. */
async function readFact(path: string, resource: string | undefined): Promise<ReportedFact> {
  try {
    const { claims } = readSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const fact = claims.find((claim) => claim.resource === resource);
    if (fact) return fact;
  } catch (cause) {
    throw new UsageError(`Expected --from FILE, as “grondslag read … --json” printed it.`, {
      cause,
    });
  }
  throw new UsageError('Expected --resource URL of a fact in that file.');
}

/** Where a report stands, and what it says. Whom it is about is in `--json`: the source knows by the credential. */
function reportLines({ correction, state, answerBefore }: CorrectionView): string[] {
  const { id, credential, fields, words, reportedBy } = correction;
  return [
    [state, `answer before ${answerBefore.slice(0, 10)}`, id, credential].join('  '),
    ...fields.map(({ name, shouldBe }) =>
      shouldBe === undefined ? `  ${name}` : `  ${name}: should be “${oneLine(shouldBe)}”`,
    ),
    ...(reportedBy ? [`  ${reportedBy.doubt}, says ${reportedBy.agency}`] : []),
    ...(words === undefined ? [] : [`  “${oneLine(words)}”`]),
  ];
}
