import { describe, expect, it } from 'vitest';
import { collect } from './collect.ts';

describe(collect, () => {
  const limits = { enough: 3, waitMilliseconds: 5 };
  function counting() {
    const asked: (readonly number[])[] = [];
    const ask = collect(async (numbers: readonly number[]) => {
      asked.push(numbers);
      return async (number: number) => {
        if (number < 0) throw new RangeError('Negative.');
        return number * 2;
      };
    }, limits);
    return { asked, ask };
  }

  it('asks together when there is enough, and for the rest after a while', async () => {
    const { asked, ask } = counting();
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([2, 4, 6, 8]);
    expect(asked).toEqual([[1, 2, 3], [4]]);
  });

  it('fails for the one it fails for', async () => {
    const { ask } = counting();
    const [first, second, third] = await Promise.allSettled([1, -1, 2].map(ask));
    expect([first?.status, second?.status, third?.status]).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled'],
    ]);
  });

  it('fails for all that were asked for together when the question fails, and for no later one', async () => {
    let questions = 0;
    const ask = collect(async (_numbers: readonly number[]) => {
      questions += 1;
      if (questions === 1) throw new RangeError('Away.');
      return async (number: number) => number;
    }, limits);
    const failed = await Promise.allSettled([1, 2, 3].map(ask));
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await ask(1)).toBe(1);
  });
});
