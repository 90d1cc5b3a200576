import { describe, expect, it } from 'vitest';
import { createBoundedFetch } from '../bounded-fetch.ts';
import { type PlayedAnswer, playServer } from '../test-support/play-server.ts';
import { createPatientFetch } from './patient-fetch.ts';

/** A server that gives these answers, then 200; what was asked of it, and how long was waited. */
async function play(answers: PlayedAnswer[]) {
  const server = await playServer();
  const seen: string[] = [];
  const waits: number[] = [];
  server.answer = ({ method }) => {
    seen.push(method);
    return answers.shift() ?? { status: 200 };
  };
  const bounded = createBoundedFetch({ fetch, allowed: [server.url] });
  const patient = createPatientFetch(bounded, {
    now: () => new Date('2026-12-01T09:00:00Z'),
    random: () => 0.5,
    async wait(milliseconds, signal) {
      waits.push(milliseconds);
      signal?.throwIfAborted();
    },
  });
  return { server, seen, waits, ask: (init?: RequestInit) => patient(server.url, init) };
}

const status = (of: number, headers = {}): PlayedAnswer => ({ status: of, headers });

describe(createPatientFetch, () => {
  it('reads again what a server could not answer, after longer waits', async () => {
    const { server, ask, waits } = await play([status(500), status(502), status(200)]);
    expect((await ask()).status).toBe(200);
    expect(waits).toEqual([375, 750]);
    await server.close();
  });

  it('gives the third answer as it is', async () => {
    const { server, ask, seen } = await play([status(503), status(502), status(504)]);
    expect((await ask()).status).toBe(504);
    expect(seen).toHaveLength(3);
    await server.close();
  });

  it('waits as long as the server asks, and not for one that asks for minutes', async () => {
    const date = 'Tue, 01 Dec 2026 09:00:20 GMT';
    const short = await play([status(503, { 'retry-after': date }), status(200)]);
    await short.ask();
    expect(short.waits).toEqual([20_000]);
    const long = await play([status(429, { 'retry-after': '600' })]);
    expect((await long.ask()).status).toBe(429);
    expect(long.waits).toEqual([]);
    await Promise.all([short, long].map(({ server }) => server.close()));
  });

  it.each(['POST', 'PUT', 'DELETE'])('sends a %s once', async (method) => {
    const { server, ask, seen } = await play([status(503)]);
    expect((await ask({ method })).status).toBe(503);
    expect(seen).toEqual([method]);
    await server.close();
  });

  it('tries a server again that is not there, and none that says no', async () => {
    const { server, ask, waits, seen } = await play([status(404)]);
    expect((await ask()).status).toBe(404);
    expect(seen).toHaveLength(1);
    await server.close();
    await expect(ask()).rejects.toMatchObject({ code: 'peer_unreachable' });
    expect(waits).toHaveLength(2);
  });

  it('ends with the signal while it waits', async () => {
    const { server, ask, seen } = await play([status(503), status(503)]);
    const ending = new AbortController();
    const { answer } = server;
    server.answer = (request) => {
      ending.abort(new Error('Enough.'));
      return answer(request);
    };
    await expect(ask({ signal: ending.signal })).rejects.toThrow('Enough.');
    expect(seen.length).toBeLessThanOrEqual(1);
    await server.close();
  });
});
