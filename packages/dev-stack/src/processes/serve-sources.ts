import { importSigningKey, issueStatusList, type SigningKey } from '@grondslag/claims';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Addresses } from '../addresses.ts';
import { openSigners, SUSPENDED, SUSPENSIONS, statusIndexOf } from '../seed/sign-fact.ts';
import { placingSources, publicKeys, sourceId, sourceKeyId } from '../seed/sources.ts';
import type { StackState } from '../stack-state.ts';
import { type Served, serve } from './serve.ts';
import { sourceDesk } from './source-desk.ts';

const HOUR = 60 * 60 * 1_000;

/** Where the desk of a source is, below its address. */
export const DESK = 'meldingen';

/** A status list that no fact of the demo is on. */
export const SANDBOX_LIST = 'sandbox';

/**
 * What each synthetic source publishes: its keys and its Bitstring Status Lists; and the page on which it answers
 * reports of errors.
 *
 * @param onRevoked is waited for when a source withdraws a fact
 * @param beforeSandboxList is waited for before the list of the sandbox is answered: in the middle of a read
 */
export async function serveSources(
  addresses: Addresses,
  state: StackState,
  onRevoked: () => Promise<void>,
  beforeSandboxList: () => Promise<void> = async () => {},
): Promise<Served> {
  const { sources } = addresses;
  const app = new Hono();
  app.use(cors());
  const { sign } = await openSigners(sources, state.sourceKeys, new Date());
  const revoke = async (slug: string, credential: string) => {
    state.revoked[slug] = [...(state.revoked[slug] ?? []), statusIndexOf(credential)];
    await onRevoked();
  };
  for (const { slug } of placingSources) {
    app.route(`/${slug}/${DESK}`, sourceDesk(slug, { addresses, state, sign, revoke }));
  }
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
    const revoked = () => state.revoked[slug] ?? [];
    const publish = async () => signStatusList(id, '1', revoked(), key);
    let list = await publish();
    let published = { at: Date.now(), count: revoked().length };
    app.get(`/${slug}/status/1`, async (c) => {
      if (Date.now() - published.at > HOUR || revoked().length !== published.count) {
        published = { at: Date.now(), count: revoked().length };
        list = await publish();
      }
      return c.json(list, 200, { 'content-type': 'application/vc', 'cache-control': 'max-age=60' });
    });
    app.get(`/${slug}/status/${SUSPENSIONS}`, async (c) =>
      c.json(await signStatusList(id, SUSPENSIONS, [SUSPENDED], key, 'suspension'), 200, {
        'content-type': 'application/vc',
        'cache-control': 'max-age=60',
      }),
    );
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
  set: readonly number[],
  key: SigningKey,
  purpose: 'revocation' | 'suspension' = 'revocation',
): Promise<object> {
  const now = new Date();
  return issueStatusList(
    {
      id: `${source}/status/${list}`,
      issuer: source,
      purpose,
      values: set.map((index) => [index, 1] as const),
      validFrom: new Date(now.getTime() - HOUR),
      validUntil: new Date(now.getTime() + 24 * HOUR),
    },
    { suite: 'eddsa-rdfc-2022', key, now },
  );
}
