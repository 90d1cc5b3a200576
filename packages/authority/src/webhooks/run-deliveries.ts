import { describeError } from '../http/log.ts';
import { type DeliveryPowers, deliverNext } from './deliver-webhooks.ts';

const POLL_MILLISECONDS = 1_000;
/** Receivers served at the same time, so that a slow one holds up few. */
const AT_ONCE = 8;

/** Deliveries that go on until they are stopped. */
export interface RunningDeliveries {
  /** Begins no more, and waits for the attempts that are under way. */
  stop(): Promise<void>;
}

/** Delivers what is due: looks every second, and at once when something was written in this process. */
export function runDeliveries(powers: Omit<DeliveryPowers, 'stopping'>): RunningDeliveries {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  function start(): void {
    if (running.size >= AT_ONCE || stopping.signal.aborted) return;
    const one = work().finally(() => running.delete(one));
    running.add(one);
  }

  async function work(): Promise<void> {
    try {
      const { signal } = stopping;
      // Who finds something calls another to look for more.
      while (!signal.aborted && (await deliverNext({ ...powers, stopping: signal }, start)));
    } catch (error) {
      powers.log({ level: 'error', event: 'delivery_failure', ...describeError(error) });
    }
  }

  const timer = setInterval(start, POLL_MILLISECONDS);
  const unsubscribe = powers.events.subscribe(start);
  return {
    async stop() {
      stopping.abort();
      clearInterval(timer);
      unsubscribe();
      await Promise.all(running);
    },
  };
}
