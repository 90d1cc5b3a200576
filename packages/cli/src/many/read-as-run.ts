import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { ManyOptions } from '@grondslag/agency';
import type { RunProgress, SharedRuns } from '@grondslag/agency/shared-runs';
import * as z from 'zod';
import { asUsageError } from '../as-usage-error.ts';
import type { CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { AskedQuestion } from '../read-command.ts';
import { withRuns } from './open-runs.ts';
import { openOutcomeFile } from './outcome-file.ts';
import { drawProgress } from './progress.ts';
import { readAccesses } from './read-accesses.ts';
import type { OutcomeForm } from './read-many-command.ts';
import { createTally } from './tally.ts';
import { writeTable } from './write-table.ts';

interface AskedRun {
  readonly name: string;
  readonly list: string | Readable;
  readonly question: AskedQuestion;
  readonly limits: ManyOptions;
  readonly out: string;
  readonly form: OutcomeForm;
}

const keptSchema = z.looseObject({
  status: z.string(),
  reason: z.string().exactOptional(),
  code: z.string().exactOptional(),
});

/** Begins a run or goes on with it, waits until workers have read all of it, and writes what came of each. */
export function readAsRun(
  context: CommandContext,
  { name, list, question, limits, out, form }: AskedRun,
) {
  return withRuns(context, async (runs) => {
    const file = resolve(context.folder, out);
    // A question that is wrong would end every worker.
    if ('query' in question) {
      for await (const _ of (await context.agency()).readMany([], question));
    }
    const isNew = (await runs.list()).every((run) => run.name !== name);
    await (await openOutcomeFile(file, isNew ? 'refuse' : 'go-on')).close();
    const before = await runs
      .begin({ ...question, ...limits, name }, readAccesses(list))
      .catch(asUsageError);
    const progress = await follow(context, runs, before);
    const isStopped = progress.done < progress.total;
    const tally = createTally();
    if (!isStopped) {
      const lines = `${file}.part`;
      const [output, failures] = await Promise.all(
        [lines, `${file}.failed`].map((path) => openOutcomeFile(path, 'replace')),
      );
      for await (const line of runs.outcomes(name)) {
        const kept = keptSchema.parse(line);
        await (kept.status === 'failed' ? failures : output)?.append(kept);
        tally.add(kept);
      }
      await Promise.all([output?.close(), failures?.close()]);
      if (form === 'jsonl') await rename(lines, file);
      else {
        await writeTable(lines, form, file);
        await rm(lines);
      }
      if (tally.failed === 0) {
        await rm(`${file}.failed`);
        // What is written is nowhere else than where the agency keeps it.
        await runs.forget(name);
      }
    }
    const isWhole = !isStopped && tally.failed === 0;
    return {
      outcome: {
        ...{ file: out, run: name, counts: Object.fromEntries(tally.counts) },
        ...{ finishedBefore: before.done, stopped: isStopped },
      },
      report: {
        lines: [
          ...(before.done > 0 ? [`Finished before: ${before.done}`] : []),
          ...[...tally.counts].map(([which, count]) => `${which}: ${count}`),
          isStopped
            ? `Stopped at ${progress.done} of ${progress.total}; workers go on.`
            : `Written: ${out}`,
          ...(tally.failed > 0 ? [`Failed, one a line: ${out}.failed`] : []),
          ...(isWhole
            ? []
            : ['The same command goes on with the run, and has what failed read again.']),
        ],
        exitCode: isWhole ? exitCodes.ok : exitCodes.failure,
      },
    };
  });
}

/** Resolves to how far it is when it ends, or is stopped. */
async function follow(
  { stopped, progress: write }: CommandContext,
  runs: SharedRuns,
  before: RunProgress,
): Promise<RunProgress> {
  const controller = new AbortController();
  void stopped().then(() => controller.abort());
  const bar = write && drawProgress(write, () => performance.now());
  const startedAt = performance.now();
  let last = before;
  try {
    for await (last of runs.follow(before.name, controller.signal)) {
      const { done, total, failed } = last;
      const seconds = (performance.now() - startedAt) / 1_000;
      bar?.draw({ done: done - before.done, total: total - before.done, failed, seconds });
    }
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    bar?.clear();
  }
  return last;
}
