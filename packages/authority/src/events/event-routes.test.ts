import { cloudEventSchema } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());

const batchSchema = z.array(cloudEventSchema);

async function poll(by: Person, search = '') {
  const response = await authority.send('GET', `v1/events${search}`, by);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/cloudevents-batch+json');
  const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1] ?? '';
  return { events: batchSchema.parse(await response.json()), next: new URL(next).search };
}

async function open(by: Person, headers: Record<string, string> = {}) {
  const url = `${authority.baseUrl}v1/events`;
  const stop = new AbortController();
  const response = await authority.app.request(url, {
    headers: { ...(await by.dpop('GET', url)), Accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  return { response, stop: () => stop.abort(), read: reader(response) };
}

/** Reads one server-sent event after the other, past comments. */
function reader({ body }: Response) {
  const chunks = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return async (): Promise<Record<string, string> | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const fields = lines
          .filter((line) => !line.startsWith(':'))
          .map((line) => line.split(/: (.*)/s));
        const event = Object.fromEntries(fields) as Record<string, string>;
        if ('data' in event) return event;
        continue;
      }
      const chunk = await chunks?.read();
      if (chunk === undefined || chunk.done) return undefined;
      text += chunk.value;
    }
  };
}

const newGrant = () => issue(authority, authority.alice, grantBody(authority));

describe('GET v1/events', () => {
  it('tells both sides what happened, in order and without gaps', async () => {
    const { next } = await poll(authority.bob);
    const request = await issue(authority, authority.bob, requestBody(authority));
    const denial = await issue(authority, authority.alice, denialBody(authority));
    const grant = await newGrant();
    const path = `v1/access-grants/${grant.id.split('/').at(-1)}`;
    await authority.send('PUT', `${path}/suspension`, authority.alice);
    await authority.send('DELETE', `${path}/suspension`, authority.alice);
    await authority.send('PUT', `${path}/withdrawal`, authority.alice);
    const { events } = await poll(authority.bob, next);
    expect(
      events.map(({ type, subject }) => [type.replace('org.w3id.grondslag.', ''), subject]),
    ).toEqual([
      ['access-request.issued.v1', request.id],
      ['access-denial.issued.v1', denial.id],
      ['access-grant.issued.v1', grant.id],
      ['access-grant.suspended.v1', grant.id],
      ['access-grant.resumed.v1', grant.id],
      ['access-grant.revoked.v1', grant.id],
    ]);
    const sequences = events.map(({ sequence }) => Number(sequence));
    const [first = 0] = sequences;
    expect(sequences).toEqual(sequences.map((_, index) => first + index));
    expect(events.at(-1)).toMatchObject({
      source: authority.baseUrl,
      data: { kind: 'access-grant' },
    });
    const ofAlice = await poll(authority.alice, '?limit=500');
    expect(ofAlice.events.map(({ id }) => id)).toEqual(
      expect.arrayContaining(events.map(({ id }) => id)),
    );
  });

  it('tells somebody else nothing', async () => {
    await newGrant();
    expect((await poll(authority.eve)).events).toEqual([]);
  });

  it('holds ids and times, and neither WebIDs nor resources', async () => {
    await newGrant();
    const text = JSON.stringify((await poll(authority.bob)).events);
    for (const personal of [authority.provider.url, 'alice', 'bob', 'income', 'purpose']) {
      expect(text).not.toContain(personal);
    }
  });

  it('goes on where the page before ended, also when there is nothing yet', async () => {
    let { next } = await poll(authority.bob, '?limit=500');
    expect((await poll(authority.bob, next)).events).toEqual([]);
    const grants = [await newGrant(), await newGrant(), await newGrant()].map(({ id }) => id);
    const seen: string[] = [];
    next = next.replace('limit=500', 'limit=2');
    while (seen.length < 3) {
      const page = await poll(authority.bob, next);
      seen.push(...page.events.map(({ subject }) => subject));
      next = page.next;
    }
    expect(seen).toEqual(grants);
  });

  it.each(['?after=x', '?after=-1', '?limit=0', '?limit=501', '?other=1'])(
    'refuses %s',
    async (search) => {
      const response = await authority.send('GET', `v1/events${search}`, authority.bob);
      expect(await response.json()).toMatchObject({ code: 'invalid_query' });
    },
  );

  it('refuses a call without login', async () => {
    expect((await authority.send('GET', 'v1/events')).status).toBe(401);
  });
});

describe('the stream of events', () => {
  it('tells what happens from now on, and goes on after the last id', async () => {
    await newGrant();
    const first = await open(authority.bob);
    expect(first.response.headers.get('Content-Type')).toContain('text/event-stream');
    const grant = await newGrant();
    const event = await first.read();
    expect(cloudEventSchema.parse(JSON.parse(event?.['data'] ?? ''))).toMatchObject({
      subject: grant.id,
      type: 'org.w3id.grondslag.access-grant.issued.v1',
    });
    first.stop();
    const missed = await newGrant();
    const second = await open(authority.bob, { 'Last-Event-ID': event?.['id'] ?? '' });
    expect(JSON.parse((await second.read())?.['data'] ?? '')).toMatchObject({ subject: missed.id });
    second.stop();
  });

  it('ends with the login', async () => {
    const soon = await authority.bob.dpop('GET', `${authority.baseUrl}v1/events`);
    const { exp } = JSON.parse(
      Buffer.from(soon['Authorization'].split('.')[1] ?? '', 'base64url').toString(),
    ) as { exp: number };
    const ahead = exp * 1000 - authority.now().getTime();
    authority.advance(ahead);
    const stream = await open(authority.bob);
    expect(await stream.read()).toBeUndefined();
    authority.advance(-ahead);
  });

  it('is open ten times for one reader at most', async () => {
    const streams = [];
    for (let i = 0; i < 10; i++) streams.push(await open(authority.eve));
    expect((await open(authority.eve)).response.status).toBe(429);
    for (const stream of streams) stream.stop();
  });
});
