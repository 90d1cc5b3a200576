import {
  approveAccessRequest,
  getAccessApiEndpoint,
  getAccessGrant,
  getAccessGrantAll,
  getFile,
  issueAccessRequest,
  isValidAccessGrant,
  paginatedQuery,
  revokeAccessGrant,
} from '@inrupt/solid-client-access-grants';
import { getVerifiableCredential, isValidVc } from '@inrupt/solid-client-vc';
import type { LoginKind } from '../accounts/open-logins.ts';
import { ownLogin } from '../wire/own-login.ts';

/** Who the page acts as. */
export interface PageLogin {
  readonly oidcIssuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly kind: LoginKind;
}

/** A `fetch` with a login made in this page; its key never leaves it. */
async function fetchAs({ oidcIssuer, kind, ...credentials }: PageLogin): Promise<typeof fetch> {
  const login = await ownLogin({ oidcIssuer, credentials: async () => credentials }, kind);
  return async (input, init) => {
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    const own = await login.headers(request.method, request.url);
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    return fetch(new Request(request, { headers }));
  };
}

/** What Node asks the page to do: the same library, in a browser, from another origin. */
export const pageCalls = {
  discover: (resource: string) => getAccessApiEndpoint(resource),
  async request(who: PageLogin, resourceOwner: string, resource: string) {
    const request = await issueAccessRequest(
      { access: { read: true }, resourceOwner, resources: [resource] },
      { fetch: await fetchAs(who) },
    );
    return request.id;
  },
  async approve(who: PageLogin, requestUrl: string) {
    const options = { fetch: await fetchAs(who), updateAcr: false };
    return (await approveAccessRequest(requestUrl, {}, options)).id;
  },
  async show(who: PageLogin, grantUrl: string) {
    const options = { fetch: await fetchAs(who), returnLegacyJsonld: false } as const;
    return (await getAccessGrant(grantUrl, options)).id;
  },
  async showWithVc2(who: PageLogin, grantUrl: string) {
    return (await getVerifiableCredential(grantUrl, { fetch: await fetchAs(who) })).id;
  },
  async read(who: PageLogin, grantUrl: string, resource: string) {
    const fetch = await fetchAs(who);
    const grant = await getAccessGrant(grantUrl, { fetch });
    return (await getFile(resource, grant, { fetch })).text();
  },
  async revoke(who: PageLogin, grantUrl: string) {
    await revokeAccessGrant(grantUrl, { fetch: await fetchAs(who) });
  },
  async verify(who: PageLogin, grantUrl: string) {
    const fetch = await fetchAs(who);
    const [{ errors }, other] = [
      await isValidAccessGrant(grantUrl, { fetch }),
      await isValidVc(grantUrl, { fetch }),
    ];
    return [...errors, ...other.errors];
  },
  async query(who: PageLogin, queryEndpoint: string, resource: string) {
    const options = { fetch: await fetchAs(who), queryEndpoint: new URL(queryEndpoint) };
    const ids: string[] = [];
    const filter = { resource: new URL(resource), pageSize: 1 };
    for await (const { items } of paginatedQuery(filter, options)) {
      ids.push(...items.map(({ id }) => id));
    }
    return ids;
  },
  async derive(who: PageLogin, resource: string) {
    const all = await getAccessGrantAll({ resource }, { fetch: await fetchAs(who) });
    return all.map(({ id }) => id);
  },
};

export type PageCalls = typeof pageCalls;
Object.assign(globalThis, { pageCalls });
