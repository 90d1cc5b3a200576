import { resolve } from 'node:path';
import {
  type Agency,
  type ApproachOutcome,
  type ApproachPlan,
  readProcessingLog,
} from '@grondslag/agency';
import { asUsageError } from '../as-usage-error.ts';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOf } from '../mandates/language-of.ts';
import { drawProgress } from '../many/progress.ts';
import { type Counted, createTally, type Tally } from '../many/tally.ts';
import type { Report } from '../print-outcome.ts';
import { UsageError } from '../usage-error.ts';
import { openApproachFolder } from './approach-folder.ts';
import { loadApproach, loadCitizens } from './load-approach.ts';
import { reportPlan } from './report-plan.ts';

/** Finds who misses out, under a mandate: a dry run first, and what that showed with `--plan`. */
export const findEntitledCommand: Command = {
  needs: 'CITIZENS',
  options: ['file', 'plan', 'out', 'lang'],
  async run(context) {
    const { argument, values, folder } = context;
    const { file, plan: digest, out } = values;
    if (file === undefined)
      throw new UsageError('Expected --file QUESTION.json, whom to look for.');
    if ((digest === undefined) !== (out === undefined)) {
      throw new UsageError('Expected --plan DIGEST with --out FOLDER, or neither for a dry run.');
    }
    const language = languageOf(context);
    const question = await loadApproach(resolve(folder, file));
    const citizens = await loadCitizens(resolve(folder, argument));
    const agency = await context.agency();
    const planned = await agency.planApproach(question, citizens).catch(asUsageError);
    if (planned.status === 'not-allowed') {
      const { reason, article, why } = planned;
      const lines = [`Not allowed: ${reason} (art. ${article})`, `  ${why[language]}`];
      return { outcome: planned, report: { lines, exitCode: exitCodes.expectedNegative } };
    }
    const { plan } = planned;
    if (digest === undefined || out === undefined) {
      const again = `grondslag find-entitled ${argument} --file ${file}`;
      return { outcome: plan, report: reportPlan(plan, again) };
    }
    if (digest !== plan.digest) {
      throw new UsageError(
        'Expected the digest of a dry run of this question, these citizens and the mandate as it is now; got another. Do a dry run, and look at it.',
      );
    }
    const opened = await openApproachFolder(resolve(folder, out), question, plan, language);
    const tally = createTally();
    let isStopped = false;
    try {
      isStopped = await search(context, { agency, question, citizens, plan, opened, tally });
      await opened.write('log.jsonl', await ownRecords(context, await opened.accessIds()));
    } finally {
      await opened.close();
    }
    const counts = Object.fromEntries(tally.counts);
    await opened.write('summary.json', `${JSON.stringify({ digest, counts }, null, 2)}\n`);
    const outcome = { folder: out, plan: digest, counts, stopped: isStopped };
    return { outcome, report: reportSearch(out, tally, isStopped) };
  },
};

interface Search {
  readonly agency: Agency;
  readonly question: Parameters<Agency['findToApproach']>[0];
  readonly citizens: readonly string[];
  readonly plan: ApproachPlan;
  readonly opened: Awaited<ReturnType<typeof openApproachFolder>>;
  readonly tally: Tally;
}

/** Resolves to whether it was stopped. */
async function search(
  { stopped, progress }: CommandContext,
  { agency, question, citizens, plan, opened, tally }: Search,
): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  void stopped().then(() => controller.abort());
  const bar = progress && drawProgress(progress, () => performance.now());
  const startedAt = performance.now();
  try {
    const all = agency.findToApproach(question, citizens, {
      ...{ plan: plan.digest, accesses: opened.given, signal },
      onAccess: opened.addAccess,
    });
    for await (const found of all) {
      await opened.add(found);
      tally.add(countedOf(found.outcome));
      const seconds = (performance.now() - startedAt) / 1_000;
      bar?.draw({ done: tally.total, total: plan.citizens.total, failed: tally.failed, seconds });
    }
    return false;
  } catch (error) {
    if (signal.aborted) return true;
    throw error;
  } finally {
    bar?.clear();
  }
}

/** The rule or failure is counted apart; the reason of a citizen is not for counting. */
function countedOf(outcome: ApproachOutcome): Counted {
  const { status } = outcome;
  if (status === 'no-access') return { status, reason: outcome.reason };
  return status === 'failed' ? { status, code: outcome.code } : { status };
}

/** What the agency's own log has of these accesses. */
async function ownRecords(
  { config }: CommandContext,
  accesses: readonly string[],
): Promise<string> {
  const uuids = new Set(accesses.map((access) => access.split('/').at(-1)));
  const { records } = await readProcessingLog((await config()).processingLog);
  return records
    .filter(({ attributes }) => uuids.has(attributes['grondslag.lawful_access']?.split('/').at(-1)))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

function reportSearch(out: string, tally: Tally, isStopped: boolean): Report {
  const isWhole = !isStopped && tally.failed === 0;
  return {
    lines: [
      ...[...tally.counts].map(([name, count]) => `${name}: ${count}`),
      isStopped ? 'Stopped.' : `Written: ${out}`,
      'Look at each in approach.jsonl before you send its letter. Erase the folder when that is done.',
      ...(isWhole ? [] : ['The same command goes on; who was told is not told twice.']),
    ],
    exitCode: isWhole ? exitCodes.ok : exitCodes.failure,
  };
}
