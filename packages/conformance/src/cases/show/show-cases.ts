import { getAccessGrant, getAccessRequest } from '@inrupt/solid-client-access-grants';
import { getVerifiableCredential } from '@inrupt/solid-client-vc';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { readCredential } from '../../wire/credential.ts';
import { askAccess, denyAccess, giveAccess } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 7, level: 'MUST', see: sections.access } as const;

/** Who may see a credential at its own URL. */
export const showCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'show-to-maker',
    title: 'who made a credential may read it',
    logins: bothLogins,
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      const response = await context.citizen.fetch(id);
      await expectStatus(response, 200);
      expectEqual('id', (await readCredential(response)).id, id);
    },
  },
  {
    ...shared,
    id: 'show-to-recipient',
    title: 'who a credential is for may read it',
    logins: bothLogins,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await context.agency.fetch(grant.id), 200);
      const request = await askAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await context.citizen.fetch(request.id), 200);
    },
  },
  {
    ...shared,
    id: 'show-not-to-others',
    title: 'others may not: 403',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await context.stranger.fetch(id), 403);
      await expectStatus(await context.rogue.fetch(id), 403);
    },
  },
  {
    ...shared,
    id: 'show-anonymous',
    title: 'without login: 401',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await fetch(id), 401);
    },
  },
  {
    ...shared,
    id: 'show-unknown',
    title: 'a credential that does not exist: 404',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      const last = id.endsWith('0000') ? '1111' : '0000';
      await expectStatus(await context.citizen.fetch(id.slice(0, -4) + last), 404);
    },
  },
  {
    ...shared,
    id: 'show-not-shared',
    title: 'no cache between the two may keep it',
    level: 'SHOULD',
    see: sections.http,
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { headers } = await context.citizen.fetch(id);
      const cache = headers.get('cache-control') ?? '';
      expectThat(/private|no-store/.test(cache), 'Cache-Control: private or no-store', cache);
    },
  },
  ...[true, false].map((returnLegacyJsonld): ConformanceCase => {
    const mode = returnLegacyJsonld ? 'json' : 'rdf';
    return {
      ...shared,
      id: `show-library-${mode}`,
      title: `getAccessRequest and getAccessGrant accept what is there, also a denial (${mode})`,
      see: sections.libraries,
      async run(context) {
        const resources = [await context.scratch.file()];
        const { agency, citizen } = context;
        const request = await askAccess(context, { resources });
        await getAccessRequest(request.id, { fetch: citizen.fetch, returnLegacyJsonld });
        const grant = await giveAccess(context, { resources });
        await getAccessGrant(grant.id, { fetch: agency.fetch, returnLegacyJsonld });
        const denial = await denyAccess(context, { resources });
        await getAccessGrant(denial.id, { fetch: agency.fetch, returnLegacyJsonld });
      },
    };
  }),
  ...[true, false].map((returnLegacyJsonld): ConformanceCase => {
    const mode = returnLegacyJsonld ? 'json' : 'rdf';
    return {
      ...shared,
      id: `show-vc2-${mode}`,
      title: `solid-client-vc 2.0.1 reads a credential at its URL (${mode})`,
      see: sections.vcLibrary,
      async run(context) {
        const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
        const { fetch } = context.agency;
        const read = await getVerifiableCredential(id, { fetch, returnLegacyJsonld });
        expectEqual('id', read.id, id);
      },
    };
  }),
];
