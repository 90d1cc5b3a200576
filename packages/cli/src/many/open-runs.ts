import type { SharedRuns } from '@grondslag/agency/shared-runs';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Opens the runs that are shared, does `work` with them, and closes them.
 *
 * @throws {UsageError} when there is no database, or nothing to speak to it with
 */
export async function withRuns<T>(
  { config, print }: CommandContext,
  work: (runs: SharedRuns) => Promise<T>,
): Promise<T> {
  const { webId, runsDatabase } = await config();
  if (runsDatabase === undefined) {
    throw new UsageError(
      'Expected runsDatabase in the configuration (GRONDSLAG_RUNS_DATABASE): the PostgreSQL that workers share.',
    );
  }
  const { openSharedRuns } = await import('@grondslag/agency/shared-runs');
  const runs = await openSharedRuns({
    ...{ agency: webId, connectionString: runsDatabase },
    // Its message may name the database; the code does not.
    onProblem: (error) => print(`The database of runs: ${codeOf(error)}.\n`),
  }).catch((error) => {
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND') {
      throw new UsageError(
        'Expected pg-boss beside this command, it is not there: npm install pg-boss@12.38.0',
      );
    }
    throw new Error(`Expected the database of runs to answer, it does not (${codeOf(error)}).`);
  });
  try {
    return await work(runs);
  } finally {
    await runs.close();
  }
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'failed';
}
