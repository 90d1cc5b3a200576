import { describeError, type Log } from '../http/log.ts';
import type { EventStore } from './event-store.ts';

/** What is read by one access within this time is told at once. */
const EVERY_MILLISECONDS = 2_000;
const AT_ONCE = 500;

/** Tells readers of feeds what is due. Returns what ends it. */
export function tellLaterRegularly(
  events: Pick<EventStore, 'tellLater'>,
  { now, log }: { readonly now: () => Date; readonly log: Log },
): () => void {
  let isBusy = false;
  async function tell(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      while ((await events.tellLater(now(), AT_ONCE)) === AT_ONCE);
    } catch (error) {
      log({ level: 'warn', event: 'tell_later_failed', ...describeError(error) });
    } finally {
      isBusy = false;
    }
  }
  const timer = setInterval(() => void tell(), EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
