import type { NewWebhook, WebhookView } from '@grondslag/protocol/v1';
import type { AuthorityConnection } from '../connect-authority.ts';
import { addWebhook, type CreatedWebhook, listWebhooks, removeWebhook } from './webhooks.ts';

/** Own events, sent to this agency by the authority; `createWebhookReceiver` receives them. */
export interface WebhookVerbs {
  /**
   * Has what happens from now on sent to an `https` URL of this agency, each event until it is accepted. Keep the secret
   * it resolves to: it is told this once.
   *
   * @throws {TypeError} when the URL or a type is wrong
   * @throws {AgencyError} `register_refused` for a URL that is not on the public internet, or an eleventh webhook
   */
  addWebhook(webhook: NewWebhook): Promise<CreatedWebhook>;
  /** Webhooks of this agency: until where each was delivered, and what is wrong where one fails. */
  listWebhooks(): Promise<readonly WebhookView[]>;
  /**
   * Ends a webhook, for good.
   *
   * @throws {AgencyError} `register_refused` when this agency has none with this id
   */
  removeWebhook(id: string): Promise<void>;
}

/** Binds the verbs to one login. */
export function createWebhookVerbs(authority: AuthorityConnection): WebhookVerbs {
  return {
    addWebhook: (webhook) => addWebhook(authority, webhook),
    listWebhooks: () => listWebhooks(authority),
    removeWebhook: (id) => removeWebhook(authority, id),
  };
}
