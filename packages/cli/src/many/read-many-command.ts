import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ManyOptions, openCheckpoint } from '@grondslag/agency';
import { asUsageError } from '../as-usage-error.ts';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Values } from '../parse-arguments.ts';
import { questionOf } from '../read-command.ts';
import { UsageError } from '../usage-error.ts';
import { type OutcomeFile, openOutcomeFile } from './outcome-file.ts';
import { type AnyManyOutcome, outcomeLine } from './outcome-line.ts';
import { drawProgress } from './progress.ts';
import { countAccesses, readAccesses } from './read-accesses.ts';
import { readAsRun } from './read-as-run.ts';
import { createTally, type Tally } from './tally.ts';
import { writeTable } from './write-table.ts';

const forms = ['jsonl', 'csv', 'parquet'] as const;

/** Reads many accesses, and writes what came of each. */
export const readManyCommand: Command = {
  needs: 'ACCESSES',
  options: [
    'query',
    'file',
    'kind',
    'out',
    'format',
    'checkpoint',
    'at-once',
    'at-once-per-host',
    'purpose',
    'run',
  ],
  async run(context) {
    const { agency, argument, values, folder, stdinStream } = context;
    const { out, checkpoint: checkpointFile } = values;
    if (out === undefined) throw new UsageError('Expected --out FILE, for what came of each.');
    const question = await questionOf(values, folder);
    const form = formOf(values.format, out);
    const list = argument === '-' ? stdinStream() : resolve(folder, argument);
    const total = typeof list === 'string' ? await countAccesses(list) : undefined;
    const limits = limitsOf(values);

    if (values.run !== undefined) {
      if (checkpointFile !== undefined || values['at-once'] !== undefined) {
        throw new UsageError(
          'With --run the place is in the database; --at-once is of each worker.',
        );
      }
      return readAsRun(context, { ...{ name: values.run, list, question, limits, out, form } });
    }
    const opened = await agency();
    const file = resolve(folder, out);
    // A table is made of the lines at the end, and they are what a run goes on from.
    const lines = form === 'jsonl' ? file : `${file}.part`;
    const output = await openOutcomeFile(lines, checkpointFile === undefined ? 'refuse' : 'go-on');
    // Apart, because the next run reads them again: then there is one line of each in the output.
    const failures = await openOutcomeFile(`${file}.failed`, 'replace');
    const tally = createTally();
    let before = 0;
    let isStopped = false;
    try {
      const checkpoint =
        checkpointFile === undefined
          ? undefined
          : await openCheckpoint(resolve(folder, checkpointFile), {
              ...{ ...question, purpose: limits.purpose, output },
            }).catch(asUsageError);
      before = checkpoint?.finishedBefore ?? 0;
      try {
        const outcomes = (signal: AbortSignal): AsyncIterable<AnyManyOutcome> => {
          const options = { ...limits, signal, ...(checkpoint && { checkpoint }) };
          const accesses = readAccesses(list);
          return 'query' in question
            ? opened.readMany(accesses, { ...question, ...options })
            : opened.readMany(accesses, question.kind, options);
        };
        isStopped = await write(context, { outcomes, output, failures, tally, total, before });
      } finally {
        await checkpoint?.close();
      }
    } finally {
      await Promise.all([output.close(), failures.close()]);
      if (tally.failed === 0) await rm(`${file}.failed`);
    }
    const isWhole = !isStopped && tally.failed === 0;
    if (form !== 'jsonl' && !isStopped) {
      await writeTable(lines, form, file);
      if (isWhole) await rm(lines);
    }
    const counts = Object.fromEntries(tally.counts);
    return {
      outcome: { file: out, counts, finishedBefore: before, stopped: isStopped },
      report: {
        lines: [
          ...(before > 0 ? [`Finished before: ${before}`] : []),
          ...[...tally.counts].map(([name, count]) => `${name}: ${count}`),
          isStopped ? 'Stopped.' : `Written: ${out}`,
          ...(tally.failed > 0 ? [`Failed, one a line: ${out}.failed`] : []),
          ...(isWhole ? [] : [adviceFor(checkpointFile)]),
        ],
        exitCode: isWhole ? exitCodes.ok : exitCodes.failure,
      },
    };
  },
};

interface Run {
  readonly outcomes: (signal: AbortSignal) => AsyncIterable<AnyManyOutcome>;
  readonly output: OutcomeFile;
  readonly failures: OutcomeFile;
  readonly tally: Tally;
  readonly total: number | undefined;
  readonly before: number;
}

/** Resolves to whether it was stopped. */
async function write(
  { stopped, progress }: CommandContext,
  { outcomes, output, failures, tally, total, before }: Run,
): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  void stopped().then(() => controller.abort());
  const bar = progress && drawProgress(progress, () => performance.now());
  const startedAt = performance.now();
  const left = total === undefined ? undefined : Math.max(0, total - before);
  try {
    for await (const found of outcomes(signal)) {
      const file = found.outcome.status === 'failed' ? failures : output;
      await file.append(outcomeLine(found));
      tally.add(found.outcome);
      const { total: done, failed } = tally;
      bar?.draw({ done, total: left, failed, seconds: (performance.now() - startedAt) / 1_000 });
    }
    return false;
  } catch (error) {
    if (signal.aborted) return true;
    throw error;
  } finally {
    bar?.clear();
  }
}

function adviceFor(checkpoint: string | undefined): string {
  return checkpoint === undefined
    ? 'With --checkpoint FILE a run can be gone on with.'
    : 'The same command goes on: it reads what is not finished, and what failed.';
}

export type OutcomeForm = (typeof forms)[number];

function formOf(format: string | undefined, out: string): OutcomeForm {
  const said = format ?? forms.find((form) => out.endsWith(`.${form}`)) ?? 'jsonl';
  const form = forms.find((one) => one === said);
  if (form === undefined) throw new UsageError(`Expected --format ${forms.join(', ')}.`);
  return form;
}

export function limitsOf(values: Values): ManyOptions {
  const whole = (name: 'at-once' | 'at-once-per-host') => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^[1-9]\d{0,3}$/.test(text)) {
      throw new UsageError(`Expected a whole number from 1 to 9999 for --${name}.`);
    }
    return Number(text);
  };
  const atOnce = whole('at-once');
  const atOncePerHost = whole('at-once-per-host');
  return {
    ...(values.purpose !== undefined && { purpose: values.purpose }),
    ...(atOnce !== undefined && { atOnce }),
    ...(atOncePerHost !== undefined && { atOncePerHost }),
  };
}
