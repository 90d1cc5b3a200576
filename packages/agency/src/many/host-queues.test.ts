import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHostQueues } from './host-queues.ts';

describe(createHostQueues, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const signal = () => new AbortController().signal;

  it('lets a host have so many at a time, and another host no fewer', async () => {
    const queues = createHostQueues(2, signal());
    const never = () => new Promise<void>(() => undefined);
    const started: string[] = [];
    for (const host of ['slow', 'slow', 'slow', 'quick']) {
      void queues.atHost(host, () => {
        started.push(host);
        return host === 'slow' ? never() : Promise.resolve();
      });
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toEqual(['slow', 'slow', 'quick']);
  });

  it('stays away from a host as long as it asks, and asks half as much at a time then', async () => {
    const queues = createHostQueues(4, signal());
    queues.leaveAlone('busy', 60);
    let underWay = 0;
    for (let count = 0; count < 4; count += 1) {
      void queues.atHost('busy', () => {
        underWay += 1;
        return new Promise(() => undefined);
      });
    }
    await vi.advanceTimersByTimeAsync(59_000);
    expect(underWay).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(underWay).toBe(2);
  });

  it('trusts a host again, one more at a time', async () => {
    const queues = createHostQueues(4, signal());
    queues.leaveAlone('busy', 1);
    await vi.advanceTimersByTimeAsync(1_000);
    for (let count = 0; count < 20; count += 1) await queues.atHost('busy', async () => undefined);
    let underWay = 0;
    for (let count = 0; count < 4; count += 1) {
      void queues.atHost('busy', () => {
        underWay += 1;
        return new Promise(() => undefined);
      });
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(underWay).toBe(3);
  });

  it('lets what waits go when the run has ended', async () => {
    const controller = new AbortController();
    const queues = createHostQueues(1, controller.signal);
    queues.leaveAlone('busy', 60);
    const waiting = queues.atHost('busy', async () => 'done');
    controller.abort(new Error('ended'));
    queues.end();
    await expect(waiting).rejects.toThrow('ended');
  });
});
