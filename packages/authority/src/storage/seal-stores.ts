import * as z from 'zod';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import { openJson, sealJson } from '../keys/seal-json.ts';
import type { Webhook, WebhookStore } from '../webhooks/webhook-store.ts';
import type { AuthorityStores } from './stores.ts';

const sealedSchema = z.strictObject({ jwe: z.string() });

/**
 * Stores whose secrets are encrypted in the database: those of webhooks, and answers kept for an idempotency key, which
 * can hold one. What was stored before there was a key stays readable.
 */
export function sealStores(
  stores: AuthorityStores,
  encryptionKey: Uint8Array | undefined,
): AuthorityStores {
  if (encryptionKey === undefined) return stores;
  return {
    ...stores,
    webhooks: sealWebhooks(stores.webhooks, encryptionKey),
    idempotency: sealAnswers(stores.idempotency, encryptionKey),
  };
}

function sealWebhooks(store: WebhookStore, encryptionKey: Uint8Array): WebhookStore {
  const open = async (webhook: Webhook): Promise<Webhook> => {
    // Of a JWE; a secret in clear begins with `whsec_` and holds no dots.
    if (!webhook.secret.includes('.')) return webhook;
    const secret = z.string().parse(await openJson({ jwe: webhook.secret }, encryptionKey));
    return { ...webhook, secret };
  };
  return {
    ...store,
    async add(webhook, max) {
      const { jwe } = await sealJson(webhook.secret, encryptionKey);
      return store.add({ ...webhook, secret: jwe }, max);
    },
    async find(id) {
      const found = await store.find(id);
      return found && open(found);
    },
    async list(owner) {
      return Promise.all((await store.list(owner)).map(open));
    },
    async claim(claim) {
      const claimed = await store.claim(claim);
      return claimed && open(claimed);
    },
  };
}

function sealAnswers(store: IdempotencyStore, encryptionKey: Uint8Array): IdempotencyStore {
  return {
    ...store,
    async reserve(key) {
      const reservation = await store.reserve(key);
      if (reservation.outcome !== 'answered') return reservation;
      const sealed = sealedSchema.safeParse(reservation.answer.body).data;
      if (sealed === undefined) return reservation;
      const body = await openJson(sealed, encryptionKey);
      return { outcome: 'answered', answer: { ...reservation.answer, body } };
    },
    async keep(key, answer) {
      await store.keep(key, { ...answer, body: await sealJson(answer.body, encryptionKey) });
    },
  };
}
