import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { whenAnswered } from './when-answered.ts';

describe('waiting for what a page asks first', () => {
  it('ends at once when nothing is asked', async () => {
    await expect(whenAnswered(new QueryClient(), 60_000)).resolves.toBeUndefined();
  });

  it('ends when all of it is there', async () => {
    const queries = new QueryClient();
    const order: string[] = [];
    const asked = [5, 20].map((ms) =>
      queries.fetchQuery({
        queryKey: [ms],
        queryFn: () =>
          new Promise<string>((done) => {
            setTimeout(() => {
              order.push(`answer ${ms}`);
              done('');
            }, ms);
          }),
      }),
    );
    await whenAnswered(queries, 60_000);
    order.push('ended');
    await Promise.all(asked);
    expect(order).toEqual(['answer 5', 'answer 20', 'ended']);
  });

  it('does not wait for ever', async () => {
    const queries = new QueryClient();
    void queries.fetchQuery({ queryKey: ['silent'], queryFn: () => new Promise(() => undefined) });
    await expect(whenAnswered(queries, 20)).resolves.toBeUndefined();
  });
});
