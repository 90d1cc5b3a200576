import type { PageLogin } from '../../browser/page-calls.ts';
import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext, Person } from '../../run/context.ts';
import { expectEqual, expectSame, expectThat, expectThrows } from '../../run/expect.ts';
import { askAccess, giveAccess } from '../../wire/issue.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 20, level: 'MUST', see: sections.cors, browser: true } as const;

const loggedIn = { ...shared, logins: bothLogins } as const;

async function as(person: Person, { login: kind }: CaseContext): Promise<PageLogin> {
  return { oidcIssuer: person.oidcIssuer, ...(await person.credentials()), kind };
}

async function newGrant(context: CaseContext) {
  const file = await context.scratch.file('granted');
  return { file, ...(await giveAccess(context, { resources: [file] })) };
}

/** The libraries in Chromium, in a page of another origin, with a login made in that page. */
export const browserCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'browser-discover',
    title: 'a page finds the issuer from a resource',
    async run(context) {
      const page = await context.browser();
      const found = await page.call('discover', await context.scratch.file());
      expectEqual('issuer', found, context.authority.issuer);
    },
  },
  {
    ...loggedIn,
    id: 'browser-request-and-approve',
    title: 'a page asks for access, and another grants it',
    async run(context) {
      const { agency, citizen, scratch } = context;
      const page = await context.browser();
      const file = await scratch.file();
      const id = await page.call('request', await as(agency, context), citizen.webId, file);
      expectThat(
        URL.canParse(await page.call('approve', await as(citizen, context), id)),
        'a grant',
        id,
      );
    },
  },
  {
    ...loggedIn,
    id: 'browser-show',
    title: 'a page reads a grant, with both versions of solid-client-vc',
    async run(context) {
      const { id } = await newGrant(context);
      const [page, who] = [await context.browser(), await as(context.agency, context)];
      expectEqual('id', await page.call('show', who, id), id);
      expectEqual('id', await page.call('showWithVc2', who, id), id);
    },
  },
  {
    ...loggedIn,
    id: 'browser-read',
    title: 'a page reads a file under a grant, and not after its withdrawal',
    async run(context) {
      const { id, file } = await newGrant(context);
      const [page, agency] = [await context.browser(), await as(context.agency, context)];
      expectEqual('what was read', await page.call('read', agency, id, file), 'granted');
      await page.call('revoke', await as(context.citizen, context), id);
      await expectThrows('a refusal', () => page.call('read', agency, id, file));
    },
  },
  {
    ...loggedIn,
    id: 'browser-verify',
    title: 'a page has a grant verified, before and after its withdrawal',
    async run(context) {
      const { id } = await newGrant(context);
      const [page, citizen] = [await context.browser(), await as(context.citizen, context)];
      expectEqual('errors', await page.call('verify', citizen, id), []);
      await page.call('revoke', citizen, id);
      const errors = await page.call('verify', citizen, id);
      expectThat(errors.length > 0, 'errors', errors);
    },
  },
  {
    ...loggedIn,
    id: 'browser-find',
    title: 'a page finds credentials, page by page and by their shape',
    async run(context) {
      const { id, file } = await newGrant(context);
      const request = await askAccess(context, { resources: [file] });
      const [page, who] = [await context.browser(), await as(context.agency, context)];
      const found = await page.call('query', who, context.authority.query, file);
      expectSame('found', found, [id, request.id]);
      expectEqual('derived', await page.call('derive', who, file), [id]);
    },
  },
];
