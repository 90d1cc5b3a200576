import {
  approveAccessRequest,
  denyAccessRequest,
  getAccessModes,
  getExpirationDate,
  getInbox,
  getInherit,
  getPurposes,
  getRequestor,
  getResourceOwner,
  getResources,
  issueAccessGrant,
  issueAccessRequest,
} from '@inrupt/solid-client-access-grants';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectThat } from '../../run/expect.ts';
import { PURPOSE, sections } from '../../wire/terms.ts';

const shared = { checklist: 3, level: 'MUST', see: sections.libraries } as const;

/** How the library gives a credential: as the JSON that came, or as RDF. */
const modes = [
  { name: 'json', returnLegacyJsonld: true },
  { name: 'rdf', returnLegacyJsonld: false },
] as const;

function ask({ citizen, agency }: CaseContext, resources: string[], returnLegacyJsonld: boolean) {
  return issueAccessRequest(
    {
      access: { read: true, append: true },
      resourceOwner: citizen.webId,
      resources,
      purpose: [PURPOSE],
      requestorInboxUrl: `${agency.storage}inbox/`,
      expirationDate: new Date(Date.now() + 3_600_000),
    },
    { fetch: agency.fetch, returnLegacyJsonld },
  );
}

/** The access-grant library as installed by default, in both of its modes. */
export const issueLibraryCases: readonly ConformanceCase[] = modes.flatMap(
  ({ name, returnLegacyJsonld }): ConformanceCase[] => [
    {
      ...shared,
      id: `issue-request-${name}`,
      title: `issueAccessRequest succeeds and its getters read what was asked (${name})`,
      logins: bothLogins,
      async run(context) {
        const file = await context.scratch.file();
        const request = await ask(context, [file], returnLegacyJsonld);
        expectEqual('resources', getResources(request), [file]);
        const { read, append, write } = getAccessModes(request);
        expectEqual('modes', [read, append, write], [true, true, false]);
        expectEqual('purposes', getPurposes(request), [PURPOSE]);
        expectEqual('owner', getResourceOwner(request), context.citizen.webId);
        expectEqual('requestor', getRequestor(request), context.agency.webId);
        expectEqual('inbox', getInbox(request), `${context.agency.storage}inbox/`);
        expectThat(getExpirationDate(request) !== undefined, 'an end', undefined);
      },
    },
    {
      ...shared,
      id: `issue-approve-${name}`,
      title: `approveAccessRequest makes a grant for who asked (${name})`,
      logins: bothLogins,
      async run(context) {
        const { citizen, agency } = context;
        const file = await context.scratch.file();
        const request = await ask(context, [file], returnLegacyJsonld);
        const grant = await approveAccessRequest(
          request,
          {},
          { fetch: citizen.fetch, updateAcr: false, returnLegacyJsonld },
        );
        expectEqual('owner', getResourceOwner(grant), citizen.webId);
        expectEqual('requestor', getRequestor(grant), agency.webId);
        expectEqual('resources', getResources(grant), [file]);
      },
    },
    {
      ...shared,
      id: `issue-deny-${name}`,
      title: `denyAccessRequest makes a denial (${name})`,
      async run(context) {
        const { citizen } = context;
        const request = await ask(context, [await context.scratch.file()], returnLegacyJsonld);
        const denial = await denyAccessRequest(request, {
          fetch: citizen.fetch,
          returnLegacyJsonld,
        });
        expectEqual('owner', getResourceOwner(denial), citizen.webId);
      },
    },
    {
      ...shared,
      id: `issue-approve-by-url-${name}`,
      title: `approveAccessRequest with the URL of the request, other modes, no inheritance and no end (${name})`,
      async run(context) {
        const { citizen } = context;
        const { url } = await context.scratch.container();
        const request = await ask(context, [url], returnLegacyJsonld);
        const grant = await approveAccessRequest(
          request.id,
          { access: { read: true, append: false }, inherit: false, expirationDate: null },
          { fetch: citizen.fetch, updateAcr: false, returnLegacyJsonld },
        );
        expectEqual('inherit', getInherit(grant), false);
        expectEqual('append', getAccessModes(grant).append, false);
      },
    },
  ],
);

/** A grant the citizen gives unasked. */
export const issueGrantCase: ConformanceCase = {
  ...shared,
  id: 'issue-grant-unasked',
  title: 'issueAccessGrant makes a grant without any request',
  async run({ citizen, agency, scratch }) {
    const file = await scratch.file();
    const grant = await issueAccessGrant(
      {
        access: { read: true },
        requestor: agency.webId,
        resources: [file],
        purpose: [PURPOSE],
        expirationDate: new Date(Date.now() + 3_600_000),
      },
      { fetch: citizen.fetch },
    );
    expectEqual('resources', getResources(grant), [file]);
    expectEqual('owner', getResourceOwner(grant), citizen.webId);
  },
};
