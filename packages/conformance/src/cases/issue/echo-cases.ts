import {
  getCustomBoolean,
  getCustomFloat,
  getCustomInteger,
  getCustomString,
  getInherit,
  issueAccessRequest,
} from '@inrupt/solid-client-access-grants';
import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectSame } from '../../run/expect.ts';
import { consentOf, listOf } from '../../wire/credential.ts';
import { askAccess, giveAccess } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';
import { expectValid } from '../../wire/verify.ts';

const shared = { checklist: 5, level: 'MUST', see: sections.libraries } as const;
const ns = 'https://example.org/ns/';

/** What the caller adds comes back, signed. */
export const echoCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'issue-custom-fields',
    title: 'custom fields come back and the getters of the library read them',
    async run({ agency, citizen, scratch }) {
      const request = await issueAccessRequest(
        { access: { read: true }, resourceOwner: citizen.webId, resources: [await scratch.file()] },
        {
          fetch: agency.fetch,
          returnLegacyJsonld: false,
          customFields: new Set([
            { key: new URL(`${ns}text`), value: 'één ✓' },
            { key: new URL(`${ns}integer`), value: 7 },
            { key: new URL(`${ns}float`), value: 1.5 },
            { key: new URL(`${ns}boolean`), value: true },
          ]),
        },
      );
      expectEqual('text', getCustomString(request, new URL(`${ns}text`)), 'één ✓');
      expectEqual('integer', getCustomInteger(request, new URL(`${ns}integer`)), 7);
      expectEqual('float', getCustomFloat(request, new URL(`${ns}float`)), 1.5);
      expectEqual('boolean', getCustomBoolean(request, new URL(`${ns}boolean`)), true);
    },
  },
  ...[true, false].map(
    (inherit): ConformanceCase => ({
      ...shared,
      id: `issue-inherit-${inherit}`,
      title: `inherit: ${inherit} comes back`,
      async run({ agency, citizen, scratch }) {
        const { url } = await scratch.container();
        const request = await issueAccessRequest(
          { access: { read: true }, resourceOwner: citizen.webId, resources: [url], inherit },
          { fetch: agency.fetch, returnLegacyJsonld: false },
        );
        expectEqual('inherit', getInherit(request), inherit);
      },
    }),
  ),
  ...(['request', 'verifiedRequest'] as const).map(
    (link): ConformanceCase => ({
      ...shared,
      id: `issue-link-${link === 'request' ? 'request' : 'verified-request'}`,
      title: `${link} comes back in the grant`,
      async run(context) {
        const resources = [await context.scratch.file()];
        const expiresAt = new Date(Date.now() + 3_600_000);
        const { id } = await askAccess(context, { resources, expiresAt });
        const grant = await giveAccess(context, {
          resources,
          expiresAt,
          consent: { [link]: id },
        });
        expectEqual(link, consentOf(grant)[link], id);
        await expectValid(context, grant);
      },
    }),
  ),
  {
    ...shared,
    id: 'issue-template',
    title: 'URI templates beside the resources come back',
    level: 'SHOULD',
    see: 'RFC 6570',
    async run(context) {
      const { url } = await context.scratch.container();
      const template = [`${url}{name}`];
      const request = await askAccess(context, { resources: [url], consent: { template } });
      expectEqual('template', listOf(consentOf(request)['template']), template);
    },
  },
  {
    ...shared,
    id: 'issue-no-purpose',
    title: 'a request without purposes is accepted',
    async run(context) {
      await askAccess(context, { resources: [await context.scratch.file()], purposes: [] });
    },
  },
  {
    ...shared,
    id: 'issue-several',
    title: 'several resources, modes and purposes stay several',
    async run(context) {
      const resources = [await context.scratch.file(), await context.scratch.file()];
      const purposes = [`${ns}a`, `${ns}b`];
      const grant = await giveAccess(context, { resources, purposes });
      const { forPersonalData, forPurpose } = consentOf(grant);
      expectSame('resources', listOf(forPersonalData), resources);
      expectSame('purposes', listOf(forPurpose), purposes);
    },
  },
];
