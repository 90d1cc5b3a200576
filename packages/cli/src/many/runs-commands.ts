import type { Command } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { withRuns } from './open-runs.ts';

/** What is looked at, and done, with runs that workers share. */
export const runsCommands: Readonly<Record<string, Command>> = {
  'runs list': {
    options: [],
    run: (context) =>
      withRuns(context, async (runs) => {
        const found = await runs.list();
        const lines = found.map(
          ({ name, done, total, failed, workers }) =>
            `${name}  ${done}/${total}  ${failed} failed  ${workers} at work`,
        );
        return {
          outcome: { runs: found },
          report: { lines: lines.length > 0 ? lines : ['No runs.'], exitCode: exitCodes.ok },
        };
      }),
  },
  'runs forget': {
    needs: 'NAME',
    options: [],
    run: (context) =>
      withRuns(context, async (runs) => {
        await runs.forget(context.argument);
        return {
          outcome: { forgotten: context.argument },
          report: {
            lines: [
              `Forgotten: ${context.argument}. Its accesses and outcomes are out of the database.`,
            ],
            exitCode: exitCodes.ok,
          },
        };
      }),
  },
};
