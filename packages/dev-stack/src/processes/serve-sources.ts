import { importSigningKey, issueStatusList, type SigningKey } from '@grondslag/claims';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { publicKeys, sourceId, sourceKeyId } from '../seed/sources.ts';
import type { StackState } from '../stack-state.ts';
import { type Served, serve } from './serve.ts';

const HOUR = 60 * 60 * 1_000;

/** A status list that no fact of the demo is on. */
export const SANDBOX_LIST = 'sandbox';

/**
 * What each synthetic source publishes: its keys and its Bitstring Status Lists.
 *
 * @param beforeSandboxList is waited for before the list of the sandbox is answered: in the middle of a read
 */
export async function serveSources(
  sources: string,
  state: StackState,
  beforeSandboxList: () => Promise<void> = async () => {},
): Promise<Served> {
  const app = new Hono();
  app.use(cors());
  for (const { slug, privateKeyJwk, ...keys } of state.sourceKeys) {
    const id = sourceId(sources, slug);
    const key = await importSigningKey(sourceKeyId(sources, slug, 'whole'), privateKeyJwk);
    const methods = Object.entries(publicKeys(sources, { slug, ...keys })).map(
      ([method, publicKeyMultibase]) => ({
        ...{ id: method, type: 'Multikey', controller: id, publicKeyMultibase },
      }),
    );
    app.get(`/${slug}`, (c) =>
      c.json({
        '@context': 'https://www.w3.org/ns/cid/v1',
        id,
        verificationMethod: methods,
        assertionMethod: methods.map((method) => method.id),
      }),
    );
    const publish = async () => signStatusList(id, '1', state.revoked[slug] ?? [], key);
    let list = await publish();
    let publishedAt = Date.now();
    app.get(`/${slug}/status/1`, async (c) => {
      if (Date.now() - publishedAt > HOUR) {
        list = await publish();
        publishedAt = Date.now();
      }
      return c.json(list, 200, { 'content-type': 'application/vc', 'cache-control': 'max-age=60' });
    });
    app.get(`/${slug}/status/${SANDBOX_LIST}`, async (c) => {
      await beforeSandboxList();
      return c.json(await signStatusList(id, SANDBOX_LIST, [], key), 200, {
        'content-type': 'application/vc',
        'cache-control': 'no-store',
      });
    });
  }
  return serve(app, sources);
}

async function signStatusList(
  source: string,
  list: string,
  revoked: readonly number[],
  key: SigningKey,
): Promise<object> {
  const now = new Date();
  return issueStatusList(
    {
      id: `${source}/status/${list}`,
      issuer: source,
      purpose: 'revocation',
      values: revoked.map((index) => [index, 1] as const),
      validFrom: new Date(now.getTime() - HOUR),
      validUntil: new Date(now.getTime() + 24 * HOUR),
    },
    { suite: 'eddsa-rdfc-2022', key, now },
  );
}
