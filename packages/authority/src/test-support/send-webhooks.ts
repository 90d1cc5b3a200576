import { createdWebhookSchema } from '@grondslag/protocol/v1';
import { createGuardedFetch } from '../http/guarded-fetch.ts';
import { createSqlStores } from '../storage/stores.ts';
import { deliverNext } from '../webhooks/deliver-webhooks.ts';
import type { TestAuthority } from './create-test-authority.ts';
import type { Person } from './start-identity-provider.ts';

/** Has events of this person sent to a receiver on this machine, which the route lets nobody name; resolves to the secret. */
export async function addWebhookTo(
  { send, database }: TestAuthority,
  person: Person,
  receiver: string,
): Promise<string> {
  const url = 'https://agency.example/events';
  const made = await send('POST', 'v1/webhooks', person, { url });
  const { id, secret } = createdWebhookSchema.parse(await made.json());
  await database.db.updateTable('webhook').set({ url: receiver }).where('id', '=', id).execute();
  return secret;
}

/** Sends all that is due, as an instance of the authority does. */
export async function sendWebhooks(
  { database, baseUrl, now, logs }: TestAuthority,
  receiver: string,
): Promise<void> {
  const outside = createGuardedFetch({ unguardedOrigins: [receiver] });
  const powers = {
    ...createSqlStores(database.db),
    ...{ eventSource: baseUrl, fetch: outside.fetch, now, random: () => 0 },
    log: (entry: TestAuthority['logs'][number]) => logs.push(entry),
  };
  while (await deliverNext(powers));
  await outside.close();
}
