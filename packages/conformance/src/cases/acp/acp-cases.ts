import { approveAccessRequest, issueAccessRequest } from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectStatus, expectThat } from '../../run/expect.ts';
import { fetchUnder } from '../../wire/exchange.ts';
import { rulesOf } from '../../wire/open-to-all.ts';
import { sections } from '../../wire/terms.ts';

const shared = {
  checklist: 17,
  level: 'MUST',
  see: sections.libraries,
  accessControl: 'ACP',
} as const;

/** Approves with the defaults of the library: it edits the access control of each resource. */
async function approveByDefault({ citizen, agency }: CaseContext, resource: string) {
  const request = await issueAccessRequest(
    { access: { read: true }, resourceOwner: citizen.webId, resources: [resource] },
    { fetch: agency.fetch },
  );
  return approveAccessRequest(request, {}, { fetch: citizen.fetch });
}

/** Default approvals at a vault server with Access Control Policies. */
export const acpCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'acp-default-approval',
    title:
      'approveAccessRequest with its defaults passes on a resource that has no access control of its own',
    async run(context) {
      const file = await context.scratch.file('granted');
      const grant = await approveByDefault(context, file);
      const under = await fetchUnder(context, grant, file);
      await expectStatus(await under(file), 200);
    },
  },
  {
    ...shared,
    id: 'acp-default-approval-container',
    title: 'and on a container',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const grant = await approveByDefault(context, url);
      const under = await fetchUnder(context, grant, child);
      await expectStatus(await under(child), 200);
    },
  },
  {
    ...shared,
    id: 'acp-nobody-else',
    title:
      'what it writes lets nobody in: the agency with its own login 403, anyone else 401 and 403, the owner as before',
    async run(context) {
      const file = await context.scratch.file();
      await approveByDefault(context, file);
      await expectStatus(await context.agency.fetch(file), 403);
      await expectStatus(await context.stranger.fetch(file), 403);
      await expectStatus(await fetch(file), 401);
      await expectStatus(await context.citizen.fetch(file), 200);
    },
  },
  {
    ...shared,
    id: 'acp-not-inert',
    title: 'the access control that results names its resource, so that the server heeds it',
    see: 'Access Control Policy §4.1',
    async run(context) {
      const file = await context.scratch.file();
      await approveByDefault(context, file);
      const rules = await rulesOf(context.citizen.fetch, file);
      const response = await context.citizen.fetch(rules, { headers: { accept: 'text/turtle' } });
      await expectStatus(response, 200);
      const text = await response.text();
      expectThat(
        /acp#resource|acp:resource/.test(text) && text.includes('SolidAccessGrant'),
        'acp:resource and the policy for access grants',
        text,
      );
    },
  },
  {
    ...shared,
    id: 'acp-rules-for-controllers',
    title: 'access control that does not exist yet is shown to its controller only',
    async run(context) {
      const file = await context.scratch.file();
      const rules = await rulesOf(context.citizen.fetch, file);
      await expectStatus(await context.citizen.fetch(rules), 200);
      await expectStatus(await context.agency.fetch(rules), 403);
      await expectStatus(await fetch(rules), 401);
    },
  },
];
