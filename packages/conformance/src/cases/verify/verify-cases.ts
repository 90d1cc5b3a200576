import { getAccessGrant, isValidAccessGrant } from '@inrupt/solid-client-access-grants';
import { isValidVc } from '@inrupt/solid-client-vc';
import type { ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat, skip } from '../../run/expect.ts';
import { consentOf, readCredential } from '../../wire/credential.ts';
import { grantBody } from '../../wire/credential-bodies.ts';
import { askAccess, denyAccess, giveAccess, issue, postJson, withdraw } from '../../wire/issue.ts';
import { acl, sections } from '../../wire/terms.ts';
import { expectInvalid, expectValid } from '../../wire/verify.ts';

const shared = { checklist: 9, level: 'MUST', see: sections.vcApi } as const;

/** What the verifier says about credentials. */
export const verifyCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'verify-valid',
    title: 'a request, a grant and a denial that were just made are valid',
    async run(context) {
      const resources = [await context.scratch.file()];
      for (const make of [askAccess, giveAccess, denyAccess]) {
        await expectValid(context, await make(context, { resources }));
      }
    },
  },
  {
    ...shared,
    id: 'verify-changed-mode',
    title: 'a grant with one mode changed is not valid',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { credentialSubject } = grant;
      const providedConsent = { ...consentOf(grant), mode: [acl.Write] };
      await expectInvalid(context, {
        ...grant,
        credentialSubject: { ...credentialSubject, providedConsent },
      });
    },
  },
  {
    ...shared,
    id: 'verify-more-resources',
    title: 'a grant with a resource added is not valid',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const { credentialSubject } = grant;
      const providedConsent = {
        ...consentOf(grant),
        forPersonalData: [file, context.citizen.storage],
      };
      await expectInvalid(context, {
        ...grant,
        credentialSubject: { ...credentialSubject, providedConsent },
      });
    },
  },
  {
    ...shared,
    id: 'verify-swapped-proof',
    title: 'the proof of another grant does not make one valid',
    async run(context) {
      const one = await giveAccess(context, { resources: [await context.scratch.file()] });
      const two = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectInvalid(context, { ...one, proof: two.proof });
      await expectInvalid(context, { ...one, id: two.id, proof: two.proof });
    },
  },
  {
    ...shared,
    id: 'verify-no-proof',
    title: 'a grant without proof is not valid',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { proof: _proof, ...bare } = grant;
      await expectInvalid(context, bare);
    },
  },
  {
    ...shared,
    id: 'verify-revoked',
    title: 'a withdrawn grant is reported as such',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      await withdraw(context, context.citizen, grant.id);
      await expectInvalid(context, grant, /revo|status/i);
    },
  },
  {
    ...shared,
    id: 'verify-expired',
    title: 'a grant whose time is over is reported as such',
    async run(context) {
      const grant = await giveAccess(context, {
        resources: [await context.scratch.file()],
        expiresAt: new Date(Date.now() + 2_000),
      });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await expectInvalid(context, grant, /expir/i);
    },
  },
  {
    ...shared,
    id: 'verify-not-yet-valid',
    title: 'a grant that begins later is reported as such',
    async run(context) {
      const body = grantBody(context.agency.webId, {
        resources: [await context.scratch.file()],
        credential: { issuanceDate: new Date(Date.now() + 240_000).toISOString() },
      });
      const response = await issue(context, context.citizen, body);
      if (!response.ok) skip('this authority issues no grant that begins later');
      await expectInvalid(context, await readCredential(response), /issu|yet|valid/i);
    },
  },
  {
    ...shared,
    id: 'verify-unknown-issuer',
    title: 'a credential of another issuer is not valid',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      await expectInvalid(context, { ...grant, issuer: 'https://stranger.example/' });
    },
  },
  ...[
    ['verify-nothing', 'an empty body', '{}'],
    ['verify-not-json', 'a body that is no JSON', '{'],
    ['verify-text', 'a text as credential', '{"verifiableCredential":"x"}'],
    ['verify-null', 'null as credential', '{"verifiableCredential":null}'],
  ].map(
    ([id = '', what = '', body = '']): ConformanceCase => ({
      ...shared,
      at: 'authority',
      id,
      title: `${what} is answered with a report that has errors: libraries do not look at the status`,
      see: sections.libraries,
      async run({ authority }) {
        const response = await postJson(authority.verify, body, fetch);
        const { errors } = (await response.json()) as { errors?: unknown[] };
        expectThat(Array.isArray(errors) && errors.length > 0, 'errors', { errors });
      },
    }),
  ),
  {
    ...shared,
    id: 'verify-anonymous',
    title: 'anyone may verify, without login',
    level: 'SHOULD',
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { verify } = context.authority;
      await expectStatus(await postJson(verify, { verifiableCredential: grant }, fetch), 200);
    },
  },
  {
    ...shared,
    id: 'verify-library',
    title:
      'isValidAccessGrant says yes to a grant, given as JSON, as RDF and by URL, and no after its withdrawal',
    see: sections.libraries,
    async run(context) {
      const { agency } = context;
      const made = await giveAccess(context, { resources: [await context.scratch.file()] });
      const json = await getAccessGrant(made.id, { fetch: agency.fetch });
      const rdf = await getAccessGrant(made.id, { fetch: agency.fetch, returnLegacyJsonld: false });
      for (const grant of [json, rdf, made.id]) {
        const { errors } = await isValidAccessGrant(grant, { fetch: agency.fetch });
        expectEqual('errors', errors, []);
      }
      await withdraw(context, context.citizen, made.id);
      const { errors } = await isValidAccessGrant(json, { fetch: agency.fetch });
      expectThat(errors.length > 0, 'errors after the withdrawal', errors);
    },
  },
  {
    ...shared,
    id: 'verify-vc2',
    title: 'isValidVc of solid-client-vc 2.0.1 says yes to a grant, by value and by URL',
    see: sections.vcLibrary,
    async run(context) {
      const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
      const { fetch } = context.agency;
      const byUrl = await isValidVc(grant.id, { fetch });
      expectEqual('errors by URL', byUrl.errors, []);
      const value = grant as unknown as Parameters<typeof isValidVc>[0];
      expectEqual('errors by value', (await isValidVc(value, { fetch })).errors, []);
    },
  },
];
