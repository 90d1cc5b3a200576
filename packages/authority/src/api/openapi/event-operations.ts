import { authorityPaths } from '@grondslag/protocol';
import {
  cloudEventSchema,
  createdWebhookSchema,
  eventsQuerySchema,
  newWebhookSchema,
  webhookViewSchema,
} from '@grondslag/protocol/v1';
import * as z from 'zod';
import { idempotencyHeader, idempotencyProblems } from './access-operations.ts';
import { example } from './examples.ts';
import type { DescribedOperations } from './operation.ts';

const TAG = 'Events';

const idPath = z.object({ id: z.uuid().meta({ example: example.id }) });
const eventExample = {
  specversion: '1.0',
  id: '019a9f60-11c3-7b0e-a6b9-2f7d5c8e4410',
  source: 'https://access.example/',
  type: 'org.w3id.grondslag.access-grant.revoked.v1',
  subject: example.credential(example.otherId),
  time: example.start,
  datacontenttype: 'application/json',
  sequence: '0000000000000042',
  data: { kind: 'access-grant', id: example.otherId },
};
const webhookExample = {
  id: example.id,
  url: 'https://agency.example/events',
  types: [eventExample.type],
  state: 'active',
  createdAt: example.start,
  deliveredUntil: 41,
};

/** What happened, asked for or sent. */
export const eventOperations: DescribedOperations = {
  [`GET ${authorityPaths.events}`]: {
    id: 'listEvents',
    tag: TAG,
    summary: 'What happened to what you take part in',
    description:
      'CloudEvents 1.0, oldest first, each exactly once in the order of `sequence`, which has no gaps. With `Accept: text/event-stream` it is a stream (server-sent events, `id` is the sequence) that begins now, or after `after` or `Last-Event-ID`; it ends with your login. What was read is told to the citizen, once for all that was read by one access within about two seconds. Of access whose notice is delayed the citizen is told when the notice opens. Events are kept for 30 days.',
    login: 'solid',
    query: eventsQuerySchema,
    headers: z.object({
      'Last-Event-ID': z.string().optional().meta({ description: 'As `after`, for a stream.' }),
    }),
    answers: {
      '200': {
        description: 'Events; the `Link` header says where to go on, also when there are none.',
        schema: z.array(cloudEventSchema),
        mediaType: 'application/cloudevents-batch+json',
        headers: z.object({ Link: z.string() }),
        example: [eventExample],
      },
    },
    problems: ['invalid_query', 'too_many_streams'],
  },
  [`GET ${authorityPaths.webhooks}`]: {
    id: 'listWebhooks',
    tag: TAG,
    summary: 'Your webhooks',
    login: 'solid',
    answers: {
      '200': {
        description: 'All.',
        schema: z.strictObject({ items: z.array(webhookViewSchema) }),
        example: { items: [webhookExample] },
      },
    },
  },
  [`POST ${authorityPaths.webhooks}`]: {
    id: 'createWebhook',
    tag: TAG,
    summary: 'Have events sent to you',
    description:
      'From now on each event is sent with POST as `application/cloudevents+json`, signed after Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`), one at a time in the order of `sequence`, at least once: know them by `id`. Answer 2xx within 10 seconds. Otherwise it is sent again after 5 seconds, then after twice as long each time up to 6 hours, and given up after three days or at 410.',
    login: 'solid',
    headers: idempotencyHeader,
    body: {
      schema: newWebhookSchema,
      example: { url: webhookExample.url, types: webhookExample.types },
    },
    answers: {
      '201': {
        description: 'Made; the secret is told this once.',
        schema: createdWebhookSchema,
        headers: z.object({ Location: z.url() }),
      },
    },
    problems: ['url_not_allowed', 'too_many_webhooks', ...idempotencyProblems],
  },
  [`GET ${authorityPaths.webhooks}/{id}`]: {
    id: 'getWebhook',
    tag: TAG,
    summary: 'How a webhook of yours is doing',
    login: 'solid',
    path: idPath,
    answers: {
      '200': { description: 'As it is now.', schema: webhookViewSchema, example: webhookExample },
    },
    problems: ['webhook_not_found'],
  },
  [`DELETE ${authorityPaths.webhooks}/{id}`]: {
    id: 'deleteWebhook',
    tag: TAG,
    summary: 'Have no more events sent',
    login: 'solid',
    path: idPath,
    answers: { '204': { description: 'Gone.' } },
    problems: ['webhook_not_found'],
  },
};
