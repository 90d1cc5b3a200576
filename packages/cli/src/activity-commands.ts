import { resolve } from 'node:path';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { readActivity } from './mandates/draft.ts';
import { languageOf } from './mandates/language-of.ts';
import { oneLine } from './print-outcome.ts';
import { reportRefused } from './report-refused.ts';

/** The register of processing activities of this agency, at the authority. */
export const activityCommands: Readonly<Record<string, Command>> = {
  'activity list': {
    options: [],
    async run({ agency, config }) {
      const { webId } = await config();
      const outcome = await (await agency()).listActivities(webId);
      const lines = outcome.map(({ id, version, name }) =>
        [id, `version ${version}`, oneLine(name.nl)].join('  '),
      );
      const none = ['No processing activities.'];
      return {
        outcome,
        report: { lines: lines.length > 0 ? lines : none, exitCode: exitCodes.ok },
      };
    },
  },
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
