import { paginatedQuery, query } from '@inrupt/solid-client-access-grants';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectSame, expectStatus, expectThat } from '../../run/expect.ts';
import { askAccess, denyAccess, giveAccess, withdraw } from '../../wire/issue.ts';
import { getQuery, queryPage } from '../../wire/query.ts';
import { OTHER_PURPOSE, PURPOSE, sections } from '../../wire/terms.ts';

const shared = { checklist: 11, level: 'MUST', see: sections.access } as const;

/** Expects a credential to be found by these filters, and not by those. */
async function expectFound(
  context: CaseContext,
  id: string,
  { by, notBy = [] }: { by: Record<string, string>[]; notBy?: Record<string, string>[] },
): Promise<void> {
  for (const filter of by) {
    const { ids } = await queryPage(context, context.agency, { pageSize: '100', ...filter });
    expectThat(ids.includes(id), `it among ${JSON.stringify(filter)}`, ids);
  }
  for (const filter of notBy) {
    const { ids } = await queryPage(context, context.agency, { pageSize: '100', ...filter });
    expectThat(!ids.includes(id), `it not among ${JSON.stringify(filter)}`, ids);
  }
}

const states = {
  requests: ['Pending', 'Granted', 'Denied', 'Canceled', 'Expired'],
  grants: ['Active', 'Revoked', 'Expired'],
} as const;

/** Filters by one state and by each of the others. */
function byState(resource: string, kind: keyof typeof states, state: string) {
  return {
    by: [{ resource, status: state }],
    notBy: states[kind].filter((one) => one !== state).map((status) => ({ resource, status })),
  };
}

const soon = () => new Date(Date.now() + 2_000);
const passed = () => new Promise((resolve) => setTimeout(resolve, 2_500));

/** Finding one's own credentials. */
export const queryCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'query-type',
    title: 'type tells requests, grants and denials apart',
    async run(context) {
      const resource = await context.scratch.file();
      const resources = [resource];
      const types = ['SolidAccessRequest', 'SolidAccessGrant', 'SolidAccessDenial'];
      const made = [
        await askAccess(context, { resources }),
        await giveAccess(context, { resources }),
        await denyAccess(context, { resources }),
      ];
      for (const [index, type] of types.entries()) {
        const { ids } = await queryPage(context, context.agency, { resource, type });
        expectEqual(type, ids, [made[index]?.id]);
      }
    },
  },
  {
    ...shared,
    id: 'query-pending',
    title: 'a new request is Pending',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await askAccess(context, { resources: [resource] });
      await expectFound(context, id, byState(resource, 'requests', 'Pending'));
    },
  },
  {
    ...shared,
    id: 'query-granted',
    title: 'a request that was granted is Granted',
    async run(context) {
      const resource = await context.scratch.file();
      const resources = [resource];
      const { id } = await askAccess(context, { resources });
      await giveAccess(context, { resources, consent: { request: id } });
      await expectFound(context, id, byState(resource, 'requests', 'Granted'));
    },
  },
  {
    ...shared,
    id: 'query-denied',
    title: 'a request that was denied is Denied',
    async run(context) {
      const resource = await context.scratch.file();
      const resources = [resource];
      const { id } = await askAccess(context, { resources });
      await denyAccess(context, { resources, consent: { request: id } });
      await expectFound(context, id, byState(resource, 'requests', 'Denied'));
    },
  },
  {
    ...shared,
    id: 'query-canceled',
    title: 'a request that was taken back is Canceled',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await askAccess(context, { resources: [resource] });
      await withdraw(context, context.agency, id);
      await expectFound(context, id, byState(resource, 'requests', 'Canceled'));
    },
  },
  {
    ...shared,
    id: 'query-expired-request',
    title: 'a request whose time is over is Expired',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await askAccess(context, { resources: [resource], expiresAt: soon() });
      await passed();
      await expectFound(context, id, byState(resource, 'requests', 'Expired'));
    },
  },
  {
    ...shared,
    id: 'query-active',
    title: 'a new grant is Active',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource] });
      await expectFound(context, id, byState(resource, 'grants', 'Active'));
    },
  },
  {
    ...shared,
    id: 'query-revoked',
    title: 'a withdrawn grant is Revoked',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource] });
      await withdraw(context, context.citizen, id);
      await expectFound(context, id, byState(resource, 'grants', 'Revoked'));
    },
  },
  {
    ...shared,
    id: 'query-expired-grant',
    title: 'a grant whose time is over is Expired',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource], expiresAt: soon() });
      await passed();
      await expectFound(context, id, byState(resource, 'grants', 'Expired'));
    },
  },
  {
    ...shared,
    id: 'query-agents',
    title: 'fromAgent and toAgent are who made a credential and who it is for',
    async run(context) {
      const { agency, citizen, stranger } = context;
      const resource = await context.scratch.file();
      const request = await askAccess(context, { resources: [resource] });
      await expectFound(context, request.id, {
        by: [
          { resource, fromAgent: agency.webId },
          { resource, toAgent: citizen.webId },
        ],
        notBy: [
          { resource, fromAgent: citizen.webId },
          { resource, toAgent: stranger.webId },
        ],
      });
      const grant = await giveAccess(context, { resources: [resource] });
      await expectFound(context, grant.id, {
        by: [{ resource, fromAgent: citizen.webId, toAgent: agency.webId }],
        notBy: [{ resource, fromAgent: agency.webId }],
      });
    },
  },
  {
    ...shared,
    id: 'query-resource-and-purpose',
    title: 'resource and purpose narrow what is found',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, {
        resources: [await context.scratch.file(), resource],
        purposes: [PURPOSE, OTHER_PURPOSE],
      });
      await expectFound(context, id, {
        by: [{ resource }, { resource, purpose: OTHER_PURPOSE }, { resource, purpose: PURPOSE }],
        notBy: [
          { resource: context.scratch.free() },
          { resource, purpose: 'https://example.org/other' },
        ],
      });
    },
  },
  {
    ...shared,
    id: 'query-periods',
    title: 'issuedWithin and revokedWithin, for each period the library knows',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource] });
      const periods = ['P1D', 'P7D', 'P1M', 'P3M'];
      await expectFound(context, id, {
        by: periods.map((issuedWithin) => ({ resource, issuedWithin })),
        notBy: periods.map((revokedWithin) => ({ resource, revokedWithin })),
      });
      await withdraw(context, context.citizen, id);
      await expectFound(context, id, {
        by: periods.map((revokedWithin) => ({ resource, revokedWithin })),
      });
    },
  },
  {
    ...shared,
    id: 'query-others-never',
    title: "others' credentials are never found",
    async run(context) {
      const resource = await context.scratch.file();
      await giveAccess(context, { resources: [resource] });
      for (const who of [context.stranger, context.rogue]) {
        expectEqual('found', (await queryPage(context, who, { resource })).ids, []);
        const named = await queryPage(context, who, {
          resource,
          fromAgent: context.citizen.webId,
          toAgent: context.agency.webId,
        });
        expectEqual('found', named.ids, []);
      }
    },
  },
  {
    ...shared,
    id: 'query-anonymous',
    title: 'without login: 401',
    run: async (context) => expectStatus(await getQuery(context, { fetch }, {}), 401),
  },
  ...Object.entries({
    status: 'Sometimes',
    type: 'SolidAccessWish',
    issuedWithin: 'P2D',
    pageSize: 'many',
    page: 'nowhere',
  }).map(
    ([name, value]): ConformanceCase => ({
      ...shared,
      id: `query-bad-${name.toLowerCase()}`,
      title: `${name}=${value} is answered 400`,
      run: async (context) =>
        expectStatus(await getQuery(context, context.agency, { [name]: value }), 400),
    }),
  ),
  {
    ...shared,
    id: 'query-page-cap',
    title: 'a page is never longer than 100, however large pageSize is',
    async run(context) {
      const response = await getQuery(context, context.agency, { pageSize: '100000' });
      if (response.status === 400) return;
      await expectStatus(response, 200);
      const { items } = (await response.json()) as { items: unknown[] };
      expectThat(items.length <= 100, 'at most 100', items.length);
    },
  },
  {
    ...shared,
    id: 'query-links',
    title: 'pages are linked with absolute URLs, and the last has no next',
    see: sections.link,
    async run(context) {
      const resource = await context.scratch.file();
      for (let count = 0; count < 3; count++) await giveAccess(context, { resources: [resource] });
      const first = await queryPage(context, context.agency, { resource, pageSize: '2' });
      expectEqual('on the first page', first.ids.length, 2);
      const next = first.links.get('next');
      expectThat(next !== undefined && URL.canParse(next), 'an absolute next', [...first.links]);
      expectThat(
        [...first.links.values()].every((url) => URL.canParse(url)),
        'absolute',
        [...first.links],
      );
      const page = new URL(next).searchParams.get('page') ?? '';
      const last = await queryPage(context, context.agency, { resource, pageSize: '2', page });
      expectEqual('on the last page', last.ids.length, 1);
      expectEqual('next of the last page', last.links.get('next'), undefined);
      expectThat(!first.ids.includes(last.ids[0] ?? ''), 'another credential', last.ids);
    },
  },
  {
    ...shared,
    id: 'query-full-last-page',
    title: 'a last page that is full has no next either',
    see: sections.libraries,
    async run(context) {
      const resource = await context.scratch.file();
      for (let count = 0; count < 2; count++) await giveAccess(context, { resources: [resource] });
      const { links } = await queryPage(context, context.agency, { resource, pageSize: '2' });
      expectEqual('next', links.get('next'), undefined);
    },
  },
  {
    ...shared,
    id: 'query-library',
    title: 'query and paginatedQuery of the library find everything once',
    see: sections.libraries,
    logins: bothLogins,
    async run(context) {
      const { agency, authority } = context;
      const resource = await context.scratch.file();
      const made: string[] = [];
      for (let count = 0; count < 3; count++) {
        made.push((await giveAccess(context, { resources: [resource] })).id);
      }
      const options = { fetch: agency.fetch, queryEndpoint: new URL(authority.query) };
      const filter = { type: 'SolidAccessGrant', resource: new URL(resource) } as const;
      const { items } = await query({ ...filter, status: 'Active' }, options);
      expectSame(
        'found',
        items.map(({ id }) => id),
        made,
      );
      const paged: string[] = [];
      for await (const page of paginatedQuery({ ...filter, pageSize: 1 }, options)) {
        paged.push(...page.items.map(({ id }) => id));
      }
      expectSame('found page by page', paged, made);
    },
  },
];
