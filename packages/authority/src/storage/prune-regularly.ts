import { describeError, type Log } from '../http/log.ts';
import { KEEP_MILLISECONDS } from '../idempotency/answer-once.ts';
import type { AuthorityStores } from './stores.ts';

const HOUR_MILLISECONDS = 3_600_000;
const EVERY_MILLISECONDS = 60_000;
/** Who was away longer asks for the state of things, not for each change. */
const EVENTS_KEPT_DAYS = 30;
const LOOKS_KEPT_DAYS = 366;
const DAY_MILLISECONDS = 86_400_000;

/** Forgets and ends, each minute and beside the requests, what has expired. Returns what ends it. */
export function pruneRegularly(
  stores: Pick<
    AuthorityStores,
    'tickets' | 'proofs' | 'events' | 'idempotency' | 'letters' | 'helpers' | 'majority'
  >,
  { now, log }: { readonly now: () => Date; readonly log: Log },
): () => void {
  const timer = setInterval(() => {
    prune(stores, now()).catch((error: unknown) => {
      log({ level: 'warn', event: 'prune_failed', ...describeError(error) });
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}

async function prune(
  {
    tickets,
    proofs,
    events,
    idempotency,
    letters,
    helpers,
    majority,
  }: Pick<
    AuthorityStores,
    'tickets' | 'proofs' | 'events' | 'idempotency' | 'letters' | 'helpers' | 'majority'
  >,
  now: Date,
): Promise<void> {
  await tickets.prune(now);
  await proofs.prune(now);
  await idempotency.prune(new Date(now.getTime() - KEEP_MILLISECONDS));
  await letters.prune(new Date(now.getTime() - 2 * HOUR_MILLISECONDS));
  await helpers.endDue(now);
  await helpers.pruneLooks(new Date(now.getTime() - LOOKS_KEPT_DAYS * DAY_MILLISECONDS));
  await majority.endUnconfirmed(now);
  await events.prune(new Date(now.getTime() - EVENTS_KEPT_DAYS * DAY_MILLISECONDS));
}
