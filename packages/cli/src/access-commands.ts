import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Agency, CloudEvent, LawfulAccessOutcome, LawfulQuestion } from '@grondslag/agency';
import { asUsageError } from './as-usage-error.ts';
import type { Command, CommandContext } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { parseJsonObject } from './load-config.ts';
import { languageOf } from './mandates/language-of.ts';
import { numberOf } from './number-of.ts';
import { negative, type Report, reportDecision } from './print-outcome.ts';
import { reportRefused } from './report-refused.ts';
import { UsageError } from './usage-error.ts';

const MOST_EVENTS = 1000;

/** Around access: without asking, taking a question back, and what happens to it. */
export const accessCommands: Readonly<Record<string, Command>> = {
  cancel: {
    needs: 'REQUEST_ID',
    options: [],
    async run({ agency, argument }) {
      const outcome = await (await agency()).cancelRequest(argument);
      const taken = { lines: [`Taken back: ${argument}`], exitCode: exitCodes.ok };
      return { outcome, report: outcome.status === 'canceled' ? taken : reportDecision(outcome) };
    },
  },
  'lawful-access request': {
    needs: 'QUESTION.json',
    options: ['citizen', 'lang'],
    async run(context) {
      const question = await readLawfulQuestion(context);
      const agency = await context.agency();
      const outcome = await agency.requestLawfulAccess(question).catch(asUsageError);
      return { outcome, report: reportLawful(outcome, context) };
    },
  },
  events: {
    options: ['after', 'timeout'],
    async run({ agency, values, stopped }) {
      const seconds = numberOf('timeout', values.timeout, 10, 1);
      const after = values.after === undefined ? undefined : numberOf('after', values.after, 0, 0);
      const outcome = await hear(await agency(), after, seconds, stopped);
      const lines = outcome.map(({ sequence, time, type, subject }) =>
        [Number(sequence), time, type, subject].join('  '),
      );
      const none = [`No events in ${seconds} seconds.`];
      return {
        outcome,
        report: { lines: lines.length > 0 ? lines : none, exitCode: exitCodes.ok },
      };
    },
  },
};

/** What comes within a time, a thousand at most; a script goes on after the last one. */
async function hear(
  agency: Agency,
  after: number | undefined,
  seconds: number,
  stopped: CommandContext['stopped'],
): Promise<readonly CloudEvent[]> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), seconds * 1000);
  stopped().then(() => ending.abort());
  const events: CloudEvent[] = [];
  const from = after === undefined ? {} : { after: String(after) };
  try {
    for await (const event of agency.events({ ...from, signal: ending.signal })) {
      if (events.push(event) === MOST_EVENTS) break;
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return events;
}

async function readLawfulQuestion({
  argument,
  folder,
  values,
}: CommandContext): Promise<LawfulQuestion> {
  const file = resolve(folder, argument);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Expected a question at ${file}, cannot read it.`);
  });
  const { until, ...question } = parseJsonObject(text, file);
  const { citizen } = values;
  // The SDK says what is missing.
  return {
    ...question,
    ...(citizen !== undefined && { citizen }),
    ...(typeof until === 'string' && { until: new Date(until) }),
  } as unknown as LawfulQuestion;
}

function reportLawful(outcome: LawfulAccessOutcome, context: CommandContext): Report {
  switch (outcome.status) {
    case 'allowed': {
      const { id } = outcome.access;
      const lines = [`Allowed: ${id}`, `Next: grondslag read ${id} --query …`];
      return { lines, exitCode: exitCodes.ok };
    }
    case 'waiting': {
      const { access, from, otherRoute } = outcome;
      return negative(`Waiting until ${from.toISOString()}: ${access.id}`, otherRoute);
    }
    case 'no-vault':
      return negative(`No vault found (${outcome.reason}).`, outcome.otherRoute);
    case 'refused':
    case 'suspended': {
      const { lines } = reportRefused({ ...outcome, status: 'refused' }, languageOf(context));
      const { lines: route, exitCode } = negative(`${outcome.status}.`, outcome.otherRoute);
      return { lines: [...lines, ...route.slice(1)], exitCode };
    }
  }
}
