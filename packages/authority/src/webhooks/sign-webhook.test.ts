import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { createWebhookSecret, signWebhook } from './sign-webhook.ts';

const message = { id: crypto.randomUUID(), body: '{"a":"é"}', at: new Date() };

it('signs so that the library of Standard Webhooks accepts it', () => {
  const secret = createWebhookSecret();
  const headers = signWebhook(message, secret);
  expect(new Webhook(secret).verify(message.body, headers)).toEqual({ a: 'é' });
});

it('signs so that it accepts no other body, id, time or secret', () => {
  const secret = createWebhookSecret();
  const headers = signWebhook(message, secret);
  const verify =
    (body: string, changed: object, by = secret) =>
    () =>
      new Webhook(by).verify(body, { ...headers, ...changed });
  expect(verify('{}', {})).toThrow();
  expect(verify(message.body, { 'webhook-id': 'x' })).toThrow();
  const later = String(Number(headers['webhook-timestamp']) + 1);
  expect(verify(message.body, { 'webhook-timestamp': later })).toThrow();
  expect(verify(message.body, {}, createWebhookSecret())).toThrow();
});

it('signs the time, so that it accepts nothing that is sent again much later', () => {
  const secret = createWebhookSecret();
  const at = new Date(Date.now() - 6 * 60_000);
  const headers = signWebhook({ ...message, at }, secret);
  expect(() => new Webhook(secret).verify(message.body, headers)).toThrow(/too old/);
});
