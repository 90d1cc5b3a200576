import { resolve } from 'node:path';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { readActivity } from './mandates/draft.ts';
import { languageOf } from './mandates/language-of.ts';
import { reportRefused } from './report-refused.ts';

/** The register of processing activities of this agency, at the authority. */
export const activityCommands: Readonly<Record<string, Command>> = {
  'activity register': {
    needs: 'ACTIVITY.json',
    options: ['lang'],
    async run(context) {
      const activity = await readActivity(resolve(context.folder, context.argument));
      const outcome = await (await context.agency()).registerActivity(activity).catch(asUsageError);
      if (outcome.status === 'refused') {
        return { outcome, report: reportRefused(outcome, languageOf(context)) };
      }
      const { id, version } = outcome.activity;
      const lines = [`registered: ${id} (version ${version})`];
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
};
