import type { Command } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { kinds } from '../read-command.ts';
import { withRuns } from './open-runs.ts';
import { outcomeLine } from './outcome-line.ts';
import { limitsOf } from './read-many-command.ts';
import { createTally } from './tally.ts';

/** A worker: reads what runs have left, until it is stopped, or with `--once` until nothing is left. */
export const workCommand: Command = {
  options: ['once', 'at-once'],
  async run(context) {
    const { agency, values, stopped } = context;
    const { atOnce } = limitsOf(values);
    const opened = await agency();
    const controller = new AbortController();
    void stopped().then(() => controller.abort());
    const tally = createTally();
    await withRuns(context, (runs) =>
      runs.work({
        agency: opened,
        keep: outcomeLine,
        kinds: Object.values(kinds),
        once: values.once ?? false,
        signal: controller.signal,
        onOutcome: ({ outcome }) => tally.add(outcome),
        ...(atOnce !== undefined && { atOnce }),
      }),
    );
    return {
      outcome: { read: tally.total, counts: Object.fromEntries(tally.counts) },
      report: {
        lines: [
          ...[...tally.counts].map(([name, count]) => `${name}: ${count}`),
          `Read by this worker: ${tally.total}`,
        ],
        exitCode: exitCodes.ok,
      },
    };
  },
};
