import { fetchWithVc, getAccessGrant } from '@inrupt/solid-client-access-grants';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { ticketFor } from '../../wire/challenge.ts';
import { consentOf } from '../../wire/credential.ts';
import {
  exchange,
  exchangeForToken,
  postToken,
  presentationOf,
  readToken,
} from '../../wire/exchange.ts';
import { giveAccess } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 12, level: 'MUST', see: sections.umaToken } as const;

/** Trading a ticket and a grant for a token, when all is well. */
export const tokenCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'token-issued',
    title: 'the agency of a grant gets a bearer token that ends within ten minutes',
    logins: bothLogins,
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const { token_type, expires_in } = await exchangeForToken(context, grant, file);
      expectThat(/^bearer$/i.test(token_type), 'Bearer', token_type);
      expectThat(expires_in > 0 && expires_in <= 600, 'at most 600 s', expires_in);
    },
  },
  ...[true, false].map((returnLegacyJsonld): ConformanceCase => {
    const mode = returnLegacyJsonld ? 'json' : 'rdf';
    return {
      ...shared,
      id: `token-library-${mode}`,
      title: `fetchWithVc reads under a grant (${mode})`,
      see: sections.libraries,
      logins: bothLogins,
      async run(context) {
        const { agency } = context;
        const file = await context.scratch.file('as granted');
        const { id } = await giveAccess(context, { resources: [file] });
        const grant = await getAccessGrant(id, { fetch: agency.fetch, returnLegacyJsonld });
        const fetchUnder = await fetchWithVc(file, grant, { fetch: agency.fetch });
        expectEqual('what was read', await (await fetchUnder(file)).text(), 'as granted');
      },
    };
  }),
  {
    ...shared,
    id: 'token-reserialised',
    title: 'a grant that was written again (order of members, lists and texts) is still good',
    see: sections.dataIntegrity,
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file], consent: { inherit: false } });
      const { id, ...others } = grant;
      const { credentialSubject } = grant;
      const { hasStatus, ...consent } = consentOf(grant);
      const again = {
        ...Object.fromEntries(Object.entries(others).reverse()),
        credentialSubject: {
          ...credentialSubject,
          providedConsent: { ...consent, forPersonalData: file, hasStatus },
        },
        id,
      };
      await readToken(await exchange(context, again, file));
    },
  },
  {
    ...shared,
    id: 'token-base64url',
    title: 'a claim token in base64url, without padding, is read as well',
    level: 'SHOULD',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const ticket = await ticketFor(file);
      const claim_token = Buffer.from(presentationOf(grant), 'base64').toString('base64url');
      await readToken(await postToken(context, context.agency, { ticket, claim_token }));
    },
  },
  {
    ...shared,
    id: 'token-beyond-latin',
    title: 'a grant with letters beyond Latin-1 survives the claim token',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, {
        resources: [file],
        consent: { 'https://example.org/ns/text': 'Ünïcode – 数据 🌊' },
      });
      await exchangeForToken(context, grant, file);
    },
  },
  {
    ...shared,
    id: 'token-not-stored',
    title: 'no cache may keep a token',
    see: 'RFC 6749 §5.1',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const response = await exchange(context, grant, file);
      await expectStatus(response, 200);
      const cache = response.headers.get('cache-control') ?? '';
      expectThat(cache.includes('no-store'), 'Cache-Control: no-store', cache);
    },
  },
  {
    ...shared,
    id: 'token-container-child',
    title: 'a grant of a container is good for what is in it',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const grant = await giveAccess(context, { resources: [url] });
      await exchangeForToken(context, grant, child);
      await exchangeForToken(context, grant, url);
    },
  },
];
