import { describeError, type Log } from '../http/log.ts';
import type { LoadedKeys } from './load-keys.ts';

const EVERY_MILLISECONDS = 5_000;

/** Reads every five seconds which keys were added or withdrawn. Returns what ends it. */
export function watchKeys(keys: LoadedKeys, log: Log): () => void {
  const timer = setInterval(() => {
    keys.refresh().catch((error: unknown) => {
      log({ level: 'warn', event: 'keys_not_read', ...describeError(error) });
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
