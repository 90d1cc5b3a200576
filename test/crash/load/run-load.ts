import { NotAnswered } from './ask-authority.ts';
import { type Case, isOpen } from './case.ts';
import type { Client } from './client.ts';
import type { Tally } from './tally.ts';

/** Cases a client goes on with; older ones rest. */
const RECENT = 30;

/** An authority takes twenty open reports of one citizen. */
const MOST_REPORTED = 10;

/** Lets all clients work at the same time, each until `signal` or until it gets no answer. */
export async function runLoad(
  clients: readonly Client[],
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(clients.map((client) => work(client, tally, signal)));
}

async function work(client: Client, tally: Tally, signal: AbortSignal): Promise<void> {
  try {
    for (const request of [...client.unanswered]) await client.askOnce(request);
    for (const one of client.cases.slice(-RECENT)) await askAgain(client, one);
    while (!signal.aborted) await doSomething(client);
  } catch (error) {
    if (error instanceof NotAnswered) tally.unanswered++;
    else tally.unexpected.push(String(error));
  }
}

/** What was asked without an answer is asked again, as clients do. */
async function askAgain(client: Client, one: Case): Promise<void> {
  if (one.cancellation === 'asked') await client.cancel(one);
  if (one.decision && one.decision.id === undefined) await client.decide(one, one.decision.kind);
  const last = one.changes.at(-1);
  if (last?.progress === 'asked') await client.change(one, last.kind);
  if (one.report && one.report.id === undefined) await client.reportError(one);
  if (one.report?.steps.at(-1)?.progress === 'asked') await client.answerReport(one);
  const reads = [...one.reads].filter(([, progress]) => progress === 'asked');
  if (reads.length > 0)
    await client.report(
      one,
      reads.map(([id]) => id),
    );
}

async function doSomething(client: Client): Promise<void> {
  const { cases, random } = client;
  const recent = cases.slice(-RECENT);
  const waiting = random.pick(recent.filter((one) => !one.decision && !one.cancellation));
  const granted = random.pick(
    recent.filter(
      ({ decision, changes, report }) =>
        isGranted(decision) &&
        changes.at(-1)?.kind !== 'revoked' &&
        // Access lasts until the report was answered: then the agency must be told of it.
        (report === undefined || report.id !== undefined),
    ),
  );
  const reported = cases.filter(({ report }) => isOpen(report));
  const disputed = random.pick(reported);
  const what = random.between(0, 100);
  if (what < 25 && waiting) await client.decide(waiting, 'SolidAccessGrant');
  else if (what < 35 && waiting) await client.decide(waiting, 'SolidAccessDenial');
  else if (what < 40 && waiting) await client.cancel(waiting);
  else if (what < 50 && granted) await client.change(granted, 'revoked');
  else if (what < 60 && granted) {
    const suspended = granted.changes.at(-1)?.kind === 'suspended';
    await client.change(granted, suspended ? 'resumed' : 'suspended');
  } else if (what < 75 && granted) await client.report(granted, newIds(random.between(1, 6)));
  else if (what < 80 && disputed) await client.answerReport(disputed);
  else if (what < 85 && granted && !granted.report && reported.length < MOST_REPORTED) {
    await client.reportError(granted);
  } else if (what < 95) await client.askOnce();
  else await client.ask();
}

function isGranted(decision: Case['decision']): boolean {
  return decision?.kind === 'SolidAccessGrant' && decision.id !== undefined;
}

function newIds(count: number): string[] {
  return Array.from({ length: count }, () => crypto.randomUUID());
}
