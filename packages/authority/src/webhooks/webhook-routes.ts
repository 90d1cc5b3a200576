import { authorityPaths } from '@grondslag/protocol';
import { eventTypeSchema, newWebhookSchema, type WebhookView } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import type { EventStore } from '../events/event-store.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { parseBody, readJsonBody } from '../http/read-body.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import { createWebhookSecret } from './sign-webhook.ts';
import type { Webhook, WebhookStore } from './webhook-store.ts';

const MAX_BODY_BYTES = 16_384;
const MAX_WEBHOOKS = 10;

interface WebhookPowers extends AnswerOncePowers {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly webhooks: WebhookStore;
  readonly events: EventStore;
  /** @throws {AuthorityError} `url_not_allowed` */
  readonly checkWebhookUrl: (url: string) => void;
}

/** Where a caller's own events are sent. */
export function webhookRoutes(powers: WebhookPowers): Hono {
  const { baseUrl, webhooks } = powers;
  const path = authorityPaths.webhooks;
  const created = (webhook: Webhook) => ({
    status: 201,
    body: { ...show(webhook), secret: webhook.secret },
    headers: { Location: new URL(`${path}/${webhook.id}`, baseUrl).href },
  });
  return new Hono()
    .get(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      return jsonResponse({ items: (await webhooks.list(webId)).map(show) });
    })
    .post(`/${path}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readJsonBody(c.req, MAX_BODY_BYTES);
      return respondOnce(c.req, { owner: webId, body }, powers, {
        make: async (id) => created(await addWebhook(id, webId, body, powers)),
        async find(id) {
          const made = await webhooks.find(id);
          return made && created(made);
        },
      });
    })
    .get(`/${path}/:id`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      return jsonResponse(show(await findWebhook(c.req.param('id'), webId, webhooks)));
    })
    .delete(`/${path}/:id`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { id } = await findWebhook(c.req.param('id'), webId, webhooks);
      await webhooks.remove(id);
      return new Response(null, { status: 204 });
    });
}

async function addWebhook(
  id: string,
  owner: string,
  body: unknown,
  { baseUrl, webhooks, events, checkWebhookUrl, now }: WebhookPowers,
): Promise<Webhook> {
  const { url, types = eventTypeSchema.options } = parseBody(newWebhookSchema, body);
  checkWebhookUrl(url);
  if (new URL(url).origin === new URL(baseUrl).origin) {
    throw new AuthorityError('url_not_allowed', 'The URL should not be of this authority itself.');
  }
  const at = now();
  const webhook: Webhook = {
    id,
    owner,
    url,
    types,
    secret: createWebhookSecret(),
    createdAt: at,
    deliveredSeq: await events.head(owner),
    failures: 0,
    nextAttemptAt: at,
  };
  if (await webhooks.add(webhook, MAX_WEBHOOKS)) return webhook;
  throw new AuthorityError(
    'too_many_webhooks',
    `You have ${MAX_WEBHOOKS} webhooks; delete one first.`,
  );
}

async function findWebhook(id: string, owner: string, webhooks: WebhookStore): Promise<Webhook> {
  const found = z.uuid().safeParse(id).success ? await webhooks.find(id) : undefined;
  if (found?.owner === owner) return found;
  throw new AuthorityError('webhook_not_found', 'You have no webhook with this id.');
}

function show(webhook: Webhook): WebhookView {
  const { id, url, types, createdAt, deliveredSeq, failingSince, lastProblem } = webhook;
  const { nextAttemptAt, disabledAt } = webhook;
  const failing = failingSince ? 'failing' : 'active';
  return {
    id,
    url,
    types: [...types],
    state: disabledAt ? 'disabled' : failing,
    createdAt: createdAt.toISOString(),
    deliveredUntil: deliveredSeq,
    ...(failingSince && { failingSince: failingSince.toISOString() }),
    ...(lastProblem !== undefined && { lastProblem }),
    ...(failingSince && !disabledAt && { nextAttemptAt: nextAttemptAt.toISOString() }),
    ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
  };
}
