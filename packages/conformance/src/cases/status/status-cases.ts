import {
  cancelAccessRequest,
  getAccessGrant,
  getAccessRequest,
  revokeAccessGrant,
} from '@inrupt/solid-client-access-grants';
import { revokeVerifiableCredential } from '@inrupt/solid-client-vc';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import { expectRefusal, expectStatus, expectThat } from '../../run/expect.ts';
import {
  askAccess,
  denyAccess,
  giveAccess,
  postJson,
  setStatus,
  withdraw,
} from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';
import { expectInvalid, expectValid } from '../../wire/verify.ts';

const shared = { checklist: 8, level: 'MUST', see: sections.vcApi } as const;

/** Withdrawing grants, cancelling requests. */
export const statusCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'status-revoke',
    title: 'revokeAccessGrant withdraws a grant, given the grant or its URL',
    see: sections.libraries,
    logins: bothLogins,
    async run(context) {
      const { citizen, scratch } = context;
      for (const by of ['url', 'json', 'rdf'] as const) {
        const grant = await giveAccess(context, { resources: [await scratch.file()] });
        const options = { fetch: citizen.fetch, returnLegacyJsonld: by === 'json' };
        await revokeAccessGrant(
          by === 'url' ? grant.id : await getAccessGrant(grant.id, options),
          options,
        );
        await expectInvalid(context, grant, /revo|status/i);
      }
    },
  },
  {
    ...shared,
    id: 'status-cancel',
    title: 'cancelAccessRequest takes a request back',
    see: sections.libraries,
    async run(context) {
      const { agency, scratch } = context;
      const { id } = await askAccess(context, { resources: [await scratch.file()] });
      const request = await getAccessRequest(id, { fetch: agency.fetch });
      await cancelAccessRequest(request, { fetch: agency.fetch });
      await expectInvalid(context, request, /revo|status/i);
    },
  },
  {
    ...shared,
    id: 'status-vc2-revoke',
    title: 'revokeVerifiableCredential of solid-client-vc 2.0.1 withdraws a grant',
    see: sections.vcLibrary,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { authority, citizen } = context;
      await revokeVerifiableCredential(authority.status, grant.id, { fetch: citizen.fetch });
      await expectInvalid(context, grant, /revo|status/i);
    },
  },
  {
    ...shared,
    id: 'status-denial',
    title: 'a denial can be withdrawn by who made it',
    async run(context) {
      const { id } = await denyAccess(context, { resources: [await context.scratch.file()] });
      await withdraw(context, context.citizen, id);
    },
  },
  {
    ...shared,
    id: 'status-not-by-others',
    title: 'nobody but its maker ends a credential: 403, and it stays valid',
    see: sections.access,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      for (const who of [context.agency, context.stranger, context.rogue]) {
        await expectStatus(await setStatus(context, who, grant.id), 403);
      }
      const request = await askAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await setStatus(context, context.citizen, request.id), 403);
      await expectValid(context, grant);
      await expectValid(context, request);
    },
  },
  {
    ...shared,
    id: 'status-anonymous',
    title: 'without login: 401',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectStatus(await setStatus(context, { fetch }, id), 401);
    },
  },
  {
    ...shared,
    id: 'status-again',
    title: 'withdrawing again changes nothing and succeeds',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      await withdraw(context, context.citizen, id);
      await withdraw(context, context.citizen, id);
    },
  },
  {
    ...shared,
    id: 'status-no-way-back',
    title: 'a withdrawal cannot be undone',
    see: sections.access,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      await withdraw(context, context.citizen, grant.id);
      const response = await setStatus(context, context.citizen, grant.id, '0');
      await response.body?.cancel();
      await expectInvalid(context, grant, /revo|status/i);
    },
  },
  {
    ...shared,
    id: 'status-unknown',
    title: 'a credential that does not exist: a 4xx',
    async run(context) {
      const { id } = await giveAccess(context, { resources: [await context.scratch.file()] });
      const unknown = id.slice(0, -4) + (id.endsWith('0000') ? '1111' : '0000');
      await expectRefusal(await setStatus(context, context.citizen, unknown));
    },
  },
  {
    ...shared,
    id: 'status-other-type',
    title: 'the type of the status entry in the request is not looked at',
    level: 'SHOULD',
    see: sections.libraries,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const response = await postJson(
        context.authority.status,
        {
          credentialId: grant.id,
          credentialStatus: [{ type: 'StatusList2021Entry', status: '1' }],
        },
        context.citizen.fetch,
      );
      expectThat(response.ok, 'success', response.status);
      await expectInvalid(context, grant, /revo|status/i);
    },
  },
];
