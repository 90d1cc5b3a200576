import { authorityPaths } from '@grondslag/protocol';
import {
  createdWebhookSchema,
  type NewWebhook,
  newWebhookSchema,
  type WebhookView,
  webhookViewSchema,
} from '@grondslag/protocol/v1';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { parseInput } from '../legal-basis/parse-input.ts';

const listSchema = z.object({ items: z.array(webhookViewSchema) });

/** A webhook that was made now, with the secret that its events are signed under. */
export type CreatedWebhook = z.infer<typeof createdWebhookSchema>;

/** Has own events sent to a URL of this agency; the secret is told this once. */
export async function addWebhook(
  authority: AuthorityConnection,
  webhook: NewWebhook,
): Promise<CreatedWebhook> {
  return callRegister(authority, {
    method: 'POST',
    path: authorityPaths.webhooks,
    body: parseInput(newWebhookSchema, webhook, 'webhook'),
    schema: createdWebhookSchema,
    what: 'the webhook',
  });
}

/** Webhooks of this agency, with how each fares. */
export async function listWebhooks(
  authority: AuthorityConnection,
): Promise<readonly WebhookView[]> {
  const { items } = await callRegister(authority, {
    path: authorityPaths.webhooks,
    schema: listSchema,
    what: 'the webhooks',
  });
  return items;
}

/** Ends a webhook; what was not delivered yet is not sent any more. */
export async function removeWebhook(authority: AuthorityConnection, id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) {
    throw new TypeError('Expected the id of a webhook, a UUID.');
  }
  await callRegister(authority, {
    method: 'DELETE',
    path: `${authorityPaths.webhooks}/${id}`,
    schema: z.undefined(),
    what: 'the end of the webhook',
  });
}
