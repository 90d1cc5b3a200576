import { describe, expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

describe(inParallel, () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const laterBy = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('hands over every result once, also when later items end first', async () => {
    const results: number[] = [];
    const work = async (number: number) => {
      if (number % 5 === 0) await laterBy(5);
      return number;
    };
    for await (const result of inParallel(numbers(100), { atOnce: 7 }, work)) results.push(result);
    expect(results.toSorted((a, b) => a - b)).toEqual(numbers(100));
    expect(results).not.toEqual(numbers(100));
  });

  it('takes no more items than there is room for, counting results that were not dealt with', async () => {
    let taken = 0;
    let dealtWith = 0;
    let most = 0;
    function* items() {
      for (; taken < 60; ) {
        taken += 1;
        most = Math.max(most, taken - dealtWith);
        yield taken;
      }
    }
    for await (const _ of inParallel(items(), { atOnce: 4 }, async (item) => item)) {
      await laterBy(0);
      dealtWith += 1;
    }
    expect(taken).toBe(60);
    // One more: the next item is asked for when the loop asks for the next result.
    expect(most).toBeLessThanOrEqual(5);
  });

  it('waits for items that come late, without holding up results', async () => {
    const gate = Promise.withResolvers<void>();
    async function* items() {
      yield 1;
      await gate.promise;
      yield 2;
    }
    const results = inParallel(items(), { atOnce: 4 }, async (item) => item);
    expect((await results.next()).value).toBe(1);
    gate.resolve();
    expect((await results.next()).value).toBe(2);
    expect((await results.next()).done).toBe(true);
  });

  it('throws what the work or the items throw', async () => {
    const failing = inParallel(numbers(9), { atOnce: 3 }, () => Promise.reject(new Error('work')));
    await expect(failing.next()).rejects.toThrow('work');
    const broken: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('items')) }),
    };
    const none = inParallel(broken, { atOnce: 3 }, async (item) => item);
    await expect(none.next()).rejects.toThrow('items');
  });

  it('tells what is under way that it has ended, and waits for it', async () => {
    let ended = 0;
    const work = (number: number, signal: AbortSignal) =>
      new Promise<number>((resolve) => {
        if (number === 0) resolve(0);
        signal.addEventListener('abort', () => {
          ended += 1;
          setTimeout(() => resolve(number), 5);
        });
      });
    for await (const _ of inParallel(numbers(50), { atOnce: 4 }, work)) break;
    expect(ended).toBe(4);
  });

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const results = inParallel(
      numbers(5),
      { atOnce: 2, signal: controller.signal },
      (_number, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        ),
    );
    const first = results.next();
    controller.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
  });
});
