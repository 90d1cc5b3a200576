import { getAccessGrantAll } from '@inrupt/solid-client-access-grants';
import { getVerifiableCredentialAllFromShape } from '@inrupt/solid-client-vc';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext, Person } from '../../run/context.ts';
import { expectEqual, expectSame, expectStatus, expectThat } from '../../run/expect.ts';
import { denyAccess, giveAccess, postJson, withdraw } from '../../wire/issue.ts';
import { acl, CREDENTIALS_V1, gc, INRUPT_V2, OTHER_PURPOSE, sections } from '../../wire/terms.ts';

const shared = { checklist: 10, level: 'MUST', see: sections.libraries } as const;

type Filter = Parameters<typeof getAccessGrantAll>[0];

/** Ids of what the library finds for someone. */
async function found(
  { authority }: CaseContext,
  who: Person,
  filter: Filter,
  options: { includeExpired?: boolean } = {},
): Promise<string[]> {
  const all = await getAccessGrantAll(filter, {
    fetch: who.fetch,
    accessEndpoint: authority.issuer,
    ...options,
  });
  return all.map(({ id }) => id);
}

function shapeOf(resource: string) {
  return {
    '@context': [CREDENTIALS_V1, INRUPT_V2],
    type: ['VerifiableCredential', 'SolidAccessGrant'],
    credentialSubject: {
      providedConsent: { hasStatus: gc.ExplicitlyGiven, forPersonalData: [resource] },
    },
  };
}

function expectFound(ids: readonly string[], id: string, wanted: boolean): void {
  expectThat(ids.includes(id) === wanted, wanted ? 'the grant' : 'not this grant', ids);
}

/** Finding grants by a shape: what the access-grant library does up to version 4. */
export const deriveCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'derive-by-resource',
    title: 'getAccessGrantAll finds a grant by its resource, for both sides',
    logins: bothLogins,
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource] });
      expectFound(await found(context, context.agency, { resource }), id, true);
      expectFound(await found(context, context.citizen, { resource }), id, true);
    },
  },
  {
    ...shared,
    id: 'derive-ancestor',
    title: 'a grant of a container is found by what is in it',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const { id } = await giveAccess(context, { resources: [url] });
      expectFound(await found(context, context.agency, { resource: child }), id, true);
    },
  },
  {
    ...shared,
    id: 'derive-others-never',
    title: "others' grants are never found",
    see: sections.access,
    async run(context) {
      const resource = await context.scratch.file();
      await giveAccess(context, { resources: [resource] });
      for (const who of [context.stranger, context.rogue]) {
        expectEqual('found', await found(context, who, { resource }), []);
      }
    },
  },
  {
    ...shared,
    id: 'derive-status',
    title: 'granted, denied and all are told apart',
    async run(context) {
      const resource = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [resource] });
      const denial = await denyAccess(context, { resources: [resource] });
      const { agency } = context;
      const ids = (status: 'granted' | 'denied' | 'all') =>
        found(context, agency, { resource, status });
      expectEqual('granted', await ids('granted'), [grant.id]);
      expectEqual('denied', await ids('denied'), [denial.id]);
      expectSame('all', await ids('all'), [grant.id, denial.id]);
    },
  },
  {
    ...shared,
    id: 'derive-mode-and-purpose',
    title: 'modes, purpose and requestor narrow what is found',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, {
        resources: [resource],
        purposes: [OTHER_PURPOSE],
      });
      const { agency, citizen, stranger } = context;
      const find = (filter: Filter) => found(context, citizen, { resource, ...filter });
      expectFound(await find({ purpose: [OTHER_PURPOSE] }), id, true);
      expectFound(await find({ purpose: ['https://example.org/other'] }), id, false);
      expectFound(await find({ access: { read: true } }), id, true);
      expectFound(await find({ access: { write: true } }), id, false);
      expectFound(await find({ requestor: agency.webId }), id, true);
      expectFound(await find({ requestor: stranger.webId }), id, false);
    },
  },
  {
    ...shared,
    id: 'derive-expired',
    title: 'a grant whose time is over is found only with includeExpired',
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, {
        resources: [resource],
        expiresAt: new Date(Date.now() + 2_000),
      });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expectFound(await found(context, context.agency, { resource }), id, false);
      const all = await found(context, context.agency, { resource }, { includeExpired: true });
      expectFound(all, id, true);
    },
  },
  {
    ...shared,
    id: 'derive-revoked',
    title: 'a withdrawn grant is not found',
    level: 'SHOULD',
    see: sections.access,
    async run(context) {
      const resource = await context.scratch.file();
      const { id } = await giveAccess(context, { resources: [resource] });
      await withdraw(context, context.citizen, id);
      expectFound(await found(context, context.agency, { resource }), id, false);
    },
  },
  {
    ...shared,
    id: 'derive-nothing',
    title: 'nothing found is a presentation with an empty list',
    async run({ authority, agency, scratch }) {
      const verifiableCredential = shapeOf(scratch.free());
      const response = await postJson(
        authority.derive,
        { verifiableCredential, options: {} },
        agency.fetch,
      );
      await expectStatus(response, 200, 201);
      const answer = (await response.json()) as Record<string, unknown>;
      expectThat(
        [answer['type']].flat().includes('VerifiablePresentation'),
        'a presentation',
        answer,
      );
      expectThat(
        [answer['@context']].flat().includes(CREDENTIALS_V1),
        CREDENTIALS_V1,
        answer['@context'],
      );
      expectEqual('verifiableCredential', answer['verifiableCredential'] ?? [], []);
    },
  },
  {
    ...shared,
    id: 'derive-anonymous',
    title: 'without login: 401',
    async run({ authority, scratch }) {
      const verifiableCredential = shapeOf(scratch.free());
      await expectStatus(await postJson(authority.derive, { verifiableCredential }, fetch), 401);
    },
  },
  ...[true, false].map((returnLegacyJsonld): ConformanceCase => {
    const mode = returnLegacyJsonld ? 'json' : 'rdf';
    return {
      ...shared,
      id: `derive-vc2-${mode}`,
      title: `getVerifiableCredentialAllFromShape of solid-client-vc 2.0.1 finds a grant (${mode})`,
      see: sections.vcLibrary,
      async run(context) {
        const resource = await context.scratch.file();
        const { id } = await giveAccess(context, { resources: [resource], modes: [acl.Read] });
        const all = await getVerifiableCredentialAllFromShape(
          context.authority.derive,
          shapeOf(resource) as unknown as Parameters<typeof getVerifiableCredentialAllFromShape>[1],
          { fetch: context.agency.fetch, returnLegacyJsonld },
        );
        expectEqual(
          'found',
          all.map((one) => one.id),
          [id],
        );
      },
    };
  }),
];
