import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CloudEvent, cloudEventSchema } from '@grondslag/protocol/v1';
import { AgencyError } from '../errors.ts';

const SECRET = /^whsec_([A-Za-z0-9+/]{43}=)$/;
/** Older or newer than this it may have been sent before (Standard Webhooks, "Verifying webhook authenticity"). */
const TOLERANCE_SECONDS = 300;
/** More than an authority sends. */
const MAX_SIGNATURES = 10;

/** One message as it came. */
export interface WebhookMessage {
  /** `webhook-id`, `webhook-timestamp` and `webhook-signature` of it. */
  readonly headers: Headers;
  /** As it came: parsed and written again, it is signed no more. */
  readonly body: string;
}

/** Whose signature counts, and when it is now. */
export interface VerifyWebhookOptions {
  /** As `addWebhook` told them; of several webhooks, or an old and a new one, each. */
  readonly secrets: readonly string[];
  /** By default the clock of the machine. */
  readonly now?: () => Date;
}

/**
 * Checks who sent an event and that it is fresh (Standard Webhooks 1.0, HMAC-SHA256, compared in constant time).
 * Resolves to `undefined` for one of a kind that a newer authority tells and this kit does not know.
 *
 * @throws {AgencyError} `webhook_refused` when it was not signed by the authority, or more than five minutes ago
 * @throws {TypeError} when a secret is none
 */
export function verifyWebhook(
  { headers, body }: WebhookMessage,
  { secrets, now = () => new Date() }: VerifyWebhookOptions,
): CloudEvent | undefined {
  const keys = keysOf(secrets);
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const signatures = headers.get('webhook-signature')?.split(' ', MAX_SIGNATURES) ?? [];
  if (!id || !/^\d{1,12}$/.test(timestamp)) throw refused('webhook-id and webhook-timestamp');
  const seconds = now().getTime() / 1000 - Number(timestamp);
  if (Math.abs(seconds) > TOLERANCE_SECONDS) {
    throw refused(`a time within ${TOLERANCE_SECONDS} seconds of now`);
  }
  const signed = `${id}.${timestamp}.${body}`;
  const isSigned = keys.some((key) => {
    const expected = createHmac('sha256', key).update(signed).digest();
    return signatures.some((given) => isSame(expected, given));
  });
  if (!isSigned) throw refused('a signature under one of the secrets');
  const event = cloudEventSchema.safeParse(jsonOf(body));
  if (event.success && event.data.id !== id) throw refused('the id of the event as webhook-id');
  return event.data;
}

/** @throws {TypeError} when a secret is none */
export function keysOf(secrets: readonly string[]): readonly Buffer[] {
  if (secrets.length === 0) throw new TypeError('Expected the secret of a webhook at least.');
  return secrets.map((secret) => {
    const [, key] = SECRET.exec(secret) ?? [];
    if (key === undefined) throw new TypeError('Expected a secret that begins with whsec_.');
    return Buffer.from(key, 'base64');
  });
}

function isSame(expected: Buffer, given: string): boolean {
  const [version, text = ''] = given.split(',', 2);
  const signature = Buffer.from(text, 'base64');
  return (
    version === 'v1' && signature.length === expected.length && timingSafeEqual(signature, expected)
  );
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refused(expected: string): AgencyError {
  return new AgencyError(
    'webhook_refused',
    `Expected ${expected}, got something else: nothing of the message was used.`,
  );
}
