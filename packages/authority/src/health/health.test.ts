import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { healthRoutes } from './health-routes.ts';
import { createReadiness } from './readiness.ts';

async function ask(path: string, askDatabase: () => Promise<void>, leaving?: AbortSignal) {
  const readiness = createReadiness(askDatabase, leaving ?? new AbortController().signal);
  const response = await healthRoutes(readiness).request(`/v1/health/${path}`);
  return { status: response.status, body: await response.json() };
}

const answers = async () => undefined;
const fails = async () => {
  throw new Error('password authentication failed for alice at 10.0.0.7');
};

it('is ready when the database answers', async () => {
  expect(await ask('ready', answers)).toEqual({ status: 200, body: { status: 'ready' } });
});

it('is not ready when the database does not answer, and says no more than that', async () => {
  const expected = { status: 503, body: { status: 'database_unreachable' } };
  expect(await ask('ready', fails)).toEqual(expected);
  expect(await ask('ready', () => new Promise(() => undefined))).toEqual(expected);
});

it('is not ready when it is about to go', async () => {
  expect(await ask('ready', answers, AbortSignal.abort())).toEqual({
    status: 503,
    body: { status: 'stopping' },
  });
});

it('lives, whatever the database does', async () => {
  expect(await ask('live', fails)).toEqual({ status: 200, body: { status: 'live' } });
});

it('asks the database once for all who ask at the same time', async () => {
  let asked = 0;
  const readiness = createReadiness(async () => {
    asked += 1;
    await wait(10);
  }, new AbortController().signal);
  expect(await Promise.all([readiness(), readiness(), readiness()])).toEqual(
    Array.from({ length: 3 }, () => 'ready'),
  );
  expect(asked).toBe(1);
  await readiness();
  expect(asked).toBe(2);
});
