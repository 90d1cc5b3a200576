import { approveAccessRequest, issueAccessRequest } from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext, Person } from '../../run/context.ts';
import { expectEqual, expectRefusal, expectThat } from '../../run/expect.ts';
import { type Credential, consentOf, listOf } from '../../wire/credential.ts';
import { type Ask, grantBody } from '../../wire/credential-bodies.ts';
import { askAccess, denyAccess, giveAccess, issue, withdraw } from '../../wire/issue.ts';
import { queryPage } from '../../wire/query.ts';
import { acl, sections } from '../../wire/terms.ts';

const shared = { checklist: 6, level: 'MUST', see: sections.access } as const;

/** The citizen (or another) answers a request with something else than was asked. */
async function answer(
  context: CaseContext,
  request: Credential,
  change: Partial<Ask> & { recipient?: string; who?: Person } = {},
): Promise<Response> {
  const { recipient = context.agency.webId, who = context.citizen, ...ask } = change;
  const resources = listOf(consentOf(request)['forPersonalData']) as string[];
  const body = grantBody(recipient, {
    resources,
    expiresAt: endOf(request),
    ...ask,
    consent: { verifiedRequest: request.id, ...ask.consent },
  });
  return issue(context, who, body);
}

/** The end that was asked: a later one would be a reason to refuse. */
function endOf({ expirationDate = '' }: Credential): Date {
  return new Date(expirationDate);
}

async function asked(context: CaseContext): Promise<Credential> {
  return askAccess(context, { resources: [await context.scratch.file()] });
}

async function statusIs(context: CaseContext, id: string, status: string): Promise<void> {
  const { ids } = await queryPage(context, context.agency, {
    type: 'SolidAccessRequest',
    status,
    pageSize: '100',
  });
  expectThat(ids.includes(id), `the request among those that are ${status}`, ids);
}

/** A decision on a request stays within it, and is the only one. */
export const verifiedRequestCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'verified-request-accepted',
    title: 'approveAccessRequest with verifyLinkedRequest succeeds, and names the request',
    see: sections.libraries,
    async run({ citizen, agency, scratch }) {
      const request = await issueAccessRequest(
        { access: { read: true }, resourceOwner: citizen.webId, resources: [await scratch.file()] },
        { fetch: agency.fetch },
      );
      const grant = await approveAccessRequest(
        request,
        {},
        { fetch: citizen.fetch, updateAcr: false, verifyLinkedRequest: true },
      );
      const { providedConsent } = (grant as unknown as Credential).credentialSubject;
      expectEqual('verifiedRequest', providedConsent?.['verifiedRequest'], request.id);
    },
  },
  {
    ...shared,
    id: 'verified-request-more-modes',
    title: 'a grant with a mode that was not asked is refused',
    run: async (context) =>
      expectRefusal(await answer(context, await asked(context), { modes: [acl.Read, acl.Write] })),
  },
  {
    ...shared,
    id: 'verified-request-more-resources',
    title: 'a grant of a resource that was not asked is refused',
    async run(context) {
      const request = await asked(context);
      const resources = listOf(consentOf(request)['forPersonalData']) as string[];
      const more = [...resources, await context.scratch.file()];
      await expectRefusal(await answer(context, request, { resources: more }));
    },
  },
  {
    ...shared,
    id: 'verified-request-longer',
    title: 'a grant that ends later than was asked is refused',
    async run(context) {
      const request = await asked(context);
      const expiresAt = new Date(endOf(request).getTime() + 60_000);
      await expectRefusal(await answer(context, request, { expiresAt }));
    },
  },
  {
    ...shared,
    id: 'verified-request-inheritance',
    title: 'a grant that is inherited where the request was not is refused',
    async run(context) {
      const { url } = await context.scratch.container();
      const request = await askAccess(context, { resources: [url], consent: { inherit: false } });
      await expectRefusal(await answer(context, request, { consent: { inherit: true } }));
      await expectRefusal(await answer(context, request));
    },
  },
  {
    ...shared,
    id: 'verified-request-other-recipient',
    title: 'a grant to another agency than the one that asked is refused',
    run: async (context) =>
      expectRefusal(
        await answer(context, await asked(context), { recipient: context.stranger.webId }),
      ),
  },
  {
    ...shared,
    id: 'verified-request-other-citizen',
    title: 'who was not asked cannot answer',
    run: async (context) =>
      expectRefusal(await answer(context, await asked(context), { who: context.rogue })),
  },
  {
    ...shared,
    id: 'verified-request-unknown',
    title: 'a grant for a request that does not exist is refused',
    async run(context) {
      const request = await asked(context);
      const id = `${request.id.slice(0, -4)}0000`;
      await expectRefusal(await answer(context, { ...request, id }));
    },
  },
  {
    ...shared,
    id: 'verified-request-not-a-request',
    title: 'a grant that names another grant as its request is refused',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectRefusal(await answer(context, grant));
    },
  },
  {
    ...shared,
    id: 'verified-request-twice',
    title: 'a second decision on the same request is refused',
    async run(context) {
      const request = await asked(context);
      expectThat((await answer(context, request)).ok, 'the first to succeed', 'a refusal');
      await expectRefusal(await answer(context, request));
    },
  },
  {
    ...shared,
    id: 'verified-request-canceled',
    title: 'a request that was taken back can no longer be granted',
    async run(context) {
      const request = await asked(context);
      await withdraw(context, context.agency, request.id);
      await expectRefusal(await answer(context, request));
    },
  },
  {
    ...shared,
    id: 'verified-request-expired',
    title: 'a request whose time is over can no longer be granted',
    async run(context) {
      const resources = [await context.scratch.file()];
      const request = await askAccess(context, {
        resources,
        expiresAt: new Date(Date.now() + 2_000),
      });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await expectRefusal(await answer(context, request));
    },
  },
  {
    ...shared,
    id: 'verified-request-granted',
    title: 'a request becomes Granted',
    async run(context) {
      const request = await asked(context);
      await statusIs(context, request.id, 'Pending');
      expectThat((await answer(context, request)).ok, 'the grant to succeed', 'a refusal');
      await statusIs(context, request.id, 'Granted');
    },
  },
  {
    ...shared,
    id: 'verified-request-denied',
    title: 'a request becomes Denied',
    async run(context) {
      const request = await asked(context);
      const resources = listOf(consentOf(request)['forPersonalData']) as string[];
      await denyAccess(context, {
        resources,
        expiresAt: endOf(request),
        consent: { verifiedRequest: request.id },
      });
      await statusIs(context, request.id, 'Denied');
    },
  },
];
