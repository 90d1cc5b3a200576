import type { CloudEvent } from '@grondslag/protocol/v1';
import { AuthorityError } from '../errors.ts';
import { type ReadEventsPowers, readEvents } from '../events/read-events.ts';
import type { Fetch } from '../http/guarded-fetch.ts';
import type { Log } from '../http/log.ts';
import { nextAttempt } from './next-attempt.ts';
import { signWebhook } from './sign-webhook.ts';
import type { Webhook, WebhookStore } from './webhook-store.ts';

/** Longer than one attempt may take, so that nobody else begins while we are at it. */
const LEASE_MILLISECONDS = 20_000;
const ATTEMPT_MILLISECONDS = 10_000;
/** Then others get a turn. */
const EVENTS_IN_A_TURN = 50;

/** Powers that delivering needs. */
export interface DeliveryPowers extends ReadEventsPowers {
  readonly webhooks: WebhookStore;
  /** Guarded: the URLs are those of strangers. */
  readonly fetch: Fetch;
  readonly now: () => Date;
  readonly log: Log;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** Aborts when the instance is about to stop: the attempt under way ends, no other begins. */
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Gives one webhook that is due a turn: its events one by one, in the order of its feed, each until it is accepted.
 * What was sent and not written down as delivered, as after a crash, is sent again with the same id.
 *
 * @param found called as soon as there is one: there may be more
 * @returns whether there was one
 */
export async function deliverNext(
  powers: DeliveryPowers,
  found: () => void = () => undefined,
): Promise<boolean> {
  const { webhooks, now, stopping } = powers;
  const lease = crypto.randomUUID();
  const webhook = await webhooks.claim({ lease, now: now(), leaseUntil: leaseEnd(now()) });
  if (webhook === undefined) return false;
  found();
  const { owner, deliveredSeq } = webhook;
  const { items, last } = await readEvents(owner, deliveredSeq, EVENTS_IN_A_TURN, powers);
  for (const { seq, event } of items) {
    if (stopping?.aborted) return giveBack(webhook.id, lease, powers);
    if (!webhook.types.includes(event.type)) continue;
    const problem = await deliver(event, webhook, powers);
    if (problem !== undefined) {
      await giveUpForNow(webhook, lease, problem, powers);
      return true;
    }
    // Somebody else has it: we took longer than the lease.
    if (!(await webhooks.advance(webhook.id, lease, { seq, leaseUntil: leaseEnd(now()) })))
      return true;
  }
  await webhooks.advance(webhook.id, lease, { seq: last, leaseUntil: leaseEnd(now()) });
  return giveBack(webhook.id, lease, powers);
}

async function giveBack(
  id: string,
  lease: string,
  { webhooks, now }: DeliveryPowers,
): Promise<true> {
  await webhooks.release(id, lease, now());
  return true;
}

/** @returns what went wrong, as a code */
async function deliver(
  event: CloudEvent,
  { url, secret }: Webhook,
  { fetch, now }: DeliveryPowers,
): Promise<string | undefined> {
  const body = JSON.stringify(event);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/cloudevents+json',
        ...signWebhook({ id: event.id, body, at: now() }, secret),
      },
      body,
      signal: AbortSignal.timeout(ATTEMPT_MILLISECONDS),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `http_${response.status}`;
  } catch (error) {
    if (error instanceof AuthorityError) return error.code;
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
}

async function giveUpForNow(
  webhook: Webhook,
  lease: string,
  problem: string,
  { webhooks, now, log, random = Math.random }: DeliveryPowers,
): Promise<void> {
  const current = (await webhooks.find(webhook.id)) ?? webhook;
  const failed = nextAttempt(current, problem, now(), random());
  await webhooks.fail(webhook.id, lease, failed);
  const event = failed.disabledAt ? 'webhook_disabled' : 'webhook_failed';
  log({ level: 'warn', event, code: problem, reference: webhook.id });
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MILLISECONDS);
}
