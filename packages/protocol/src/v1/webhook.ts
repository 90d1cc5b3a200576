import * as z from 'zod';
import { eventTypeSchema } from './cloud-event.ts';

/** `POST v1/webhooks` */
export const newWebhookSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .meta({ description: 'Where events are sent; https, and on the public internet.' }),
    types: z
      .array(eventTypeSchema)
      .min(1)
      .exactOptional()
      .meta({ description: 'Which events; all when left out.' }),
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof newWebhookSchema>;

/** `GET v1/webhooks/{id}` */
export const webhookViewSchema = z
  .strictObject({
    id: z.uuid(),
    url: z.url(),
    types: z.array(eventTypeSchema),
    state: z.enum(['active', 'failing', 'disabled']),
    createdAt: z.iso.datetime(),
    deliveredUntil: z.int().meta({ description: 'Sequence of the last event that was delivered.' }),
    failingSince: z.iso.datetime().exactOptional(),
    lastProblem: z.string().exactOptional(),
    nextAttemptAt: z.iso.datetime().exactOptional(),
    disabledAt: z.iso.datetime().exactOptional(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof webhookViewSchema>;

/** Answer to `POST v1/webhooks`: the only time the secret is told. */
export const createdWebhookSchema = webhookViewSchema
  .extend({
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{43}=$/)
      .meta({ description: 'Signs the events (Standard Webhooks, HMAC-SHA256). Keep it.' }),
  })
  .meta({ id: 'CreatedWebhook' });
