import { expect, it } from 'vitest';
import { pause, retryDelay } from './retry.ts';

it('waits longer after each failure, up to a minute', () => {
  expect([0, 1, 2, 5, 6, 1_000].map((failures) => retryDelay(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
  ]);
});

it('does not let all wait equally long, nor anybody less than half of it', () => {
  expect([retryDelay(3, 0), retryDelay(3, 0.5)]).toEqual([4_000, 6_000]);
});

it('waits no longer than it is told to', async () => {
  const stop = new AbortController();
  const waiting = pause(3_600_000, stop.signal);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(pause(3_600_000, stop.signal)).resolves.toBeUndefined();
});
