import { describe, expect, it } from 'vitest';
import { createBatch } from './batch.ts';

describe(createBatch, () => {
  it('does what comes together in one go, and gives each its own result', async () => {
    const batches: (readonly number[])[] = [];
    const double = createBatch(async (items: readonly number[]) => {
      batches.push(items);
      return items.map((item) => item * 2);
    }, 3);
    expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1, 2, 3], [4]]);
    expect(await double(5)).toBe(10);
  });

  it('collects while a batch is under way', async () => {
    const gate = Promise.withResolvers<void>();
    const batches: (readonly string[])[] = [];
    const echo = createBatch(async (items: readonly string[]) => {
      batches.push(items);
      if (batches.length === 1) await gate.promise;
      return items;
    }, 10);
    const first = echo('a');
    await new Promise((resolve) => setImmediate(resolve));
    const others = [echo('b'), echo('c')];
    gate.resolve();
    expect(await Promise.all([first, ...others])).toEqual(['a', 'b', 'c']);
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  it('fails those of the failed batch, and goes on', async () => {
    const work = createBatch(async (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('refused');
      return items;
    }, 10);
    const failed = await Promise.allSettled([work('bad'), work('good')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await work('good')).toBe('good');
  });
});
