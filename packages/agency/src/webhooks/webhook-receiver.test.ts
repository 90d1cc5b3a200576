import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent } from '@grondslag/protocol/v1';
import { describe, expect, it } from 'vitest';
import { verifyWebhook } from './verify-webhook.ts';
import { createWebhookReceiver, type WebhookReceiverOptions } from './webhook-receiver.ts';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const secret = newSecret();
const at = new Date('2026-12-01T09:00:00Z');
const grant = '0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21';

const newEvent = (): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'https://access.example/',
  type: 'org.w3id.grondslag.access-grant.revoked.v1',
  subject: `https://access.example/vc/${grant}`,
  time: at.toISOString(),
  datacontenttype: 'application/json',
  sequence: '0000000000000007',
  data: { kind: 'access-grant', id: grant },
});

/** As Standard Webhooks says; what the authority sends is tried in test/flow/webhooks-arrive.test.ts. */
function message(body: string, { id = JSON.parse(body).id, time = at, key = secret } = {}) {
  const timestamp = String(Math.floor(time.getTime() / 1000));
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = new Headers({
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1a,AAAA v1,${mac}`,
  });
  return { headers, body };
}

describe(verifyWebhook, () => {
  const options = { secrets: [newSecret(), secret], now: () => at };

  it('gives the event that one of the secrets signed', () => {
    const event = newEvent();
    expect(verifyWebhook(message(JSON.stringify(event)), options)).toEqual(event);
  });

  it.each<[string, (sent: ReturnType<typeof message>) => ReturnType<typeof message>]>([
    ['another body', ({ headers, body }) => ({ headers, body: body.replace('revoked', 'issued') })],
    ['another secret', ({ body }) => message(body, { key: newSecret() })],
    ['six minutes ago', ({ body }) => message(body, { time: new Date(+at - 360_000) })],
    ['six minutes from now', ({ body }) => message(body, { time: new Date(+at + 360_000) })],
    ['the id of another event', ({ body }) => message(body, { id: randomUUID() })],
    ['no headers', ({ body }) => ({ headers: new Headers(), body })],
  ])('refuses %s, and says nothing of what is in it', (_, change) => {
    const sent = change(message(JSON.stringify(newEvent())));
    expect(() => verifyWebhook(sent, options)).toThrow(
      expect.objectContaining({ code: 'webhook_refused' }),
    );
    expect(() => verifyWebhook(sent, options)).not.toThrow(grant);
  });

  it('passes over what a newer authority tells', () => {
    const newer = { ...newEvent(), type: 'org.w3id.grondslag.moon.landed.v1' };
    expect(verifyWebhook(message(JSON.stringify(newer)), options)).toBeUndefined();
  });

  it('takes no secret for one that is none', () => {
    for (const secrets of [[], ['']]) {
      expect(() => verifyWebhook(message('{}', { id: 'x' }), { secrets })).toThrow(TypeError);
    }
  });
});

describe(createWebhookReceiver, () => {
  const request = ({ headers, body }: ReturnType<typeof message>, method = 'POST') =>
    new Request('https://agency.example/events', { method, headers, body });
  function receiver(more: Partial<WebhookReceiverOptions> = {}) {
    const events: CloudEvent[] = [];
    const problems: unknown[] = [];
    const made = createWebhookReceiver({
      secrets: [secret],
      now: () => at,
      handle: async (event) => void events.push(event),
      onProblem: (problem) => problems.push(problem),
      ...more,
    });
    return { ...made, events, problems };
  }

  it('deals with an event once, however often it comes, also at the same time', async () => {
    const { respond, events } = receiver();
    const sent = message(JSON.stringify(newEvent()));
    const first = await Promise.all([respond(request(sent)), respond(request(sent))]);
    const again = await respond(request(sent));
    expect([...first, again].map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(events).toHaveLength(1);
  });

  it('has an event that could not be dealt with sent again, and deals with it then', async () => {
    const failures = [new Error('The database is away.')];
    const seen: string[] = [];
    const { respond, problems } = receiver({
      async handle({ id }) {
        const failure = failures.pop();
        if (failure) throw failure;
        seen.push(id);
      },
    });
    const event = newEvent();
    const sent = message(JSON.stringify(event));
    expect((await respond(request(sent))).status).toBe(503);
    expect((await respond(request(sent))).status).toBe(204);
    expect(seen).toEqual([event.id]);
    expect(problems).toEqual([new Error('The database is away.')]);
  });

  it('answers 401 to who is not the authority, 413 to a book, and 405 to who only looks', async () => {
    const { respond, events, problems } = receiver();
    const { body } = message(JSON.stringify(newEvent()));
    const strange = message(body, { key: newSecret() });
    const book = message(JSON.stringify({ id: 'x', text: 'a'.repeat(70_000) }));
    expect((await respond(request(strange))).status).toBe(401);
    expect((await respond(request(book))).status).toBe(413);
    expect((await respond(new Request('https://agency.example/events'))).status).toBe(405);
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ code: 'webhook_refused' }]);
  });

  it('listens in a server of Node', async () => {
    const { listener, events } = receiver();
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const event = { ...newEvent(), source: 'https://access.example/é/' };
    const send = (sent: ReturnType<typeof message>) => fetch(url, { method: 'POST', ...sent });
    const text = JSON.stringify(event);
    expect((await send(message(text))).status).toBe(204);
    expect((await send(message(text, { key: newSecret() }))).status).toBe(401);
    expect((await send(message(`{"id":"x","a":"${'a'.repeat(70_000)}"}`))).status).toBe(413);
    expect(events).toEqual([event]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
