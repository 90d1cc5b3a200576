import { bothLogins, type ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectStatus, expectThat } from '../../run/expect.ts';
import { fetchUnder } from '../../wire/exchange.ts';
import { giveAccess } from '../../wire/issue.ts';
import { rulesOf } from '../../wire/open-to-all.ts';
import { acl, sections } from '../../wire/terms.ts';

const shared = { checklist: 13, level: 'MUST', see: sections.solid } as const;

/** A `fetch` under a new grant for `resource`. */
async function granted(
  context: CaseContext,
  resource: string,
  modes: string[],
  consent: Record<string, unknown> = {},
): Promise<typeof fetch> {
  const grant = await giveAccess(context, { resources: [resource], modes, consent });
  return fetchUnder(context, grant, resource);
}

const put = (fetch: typeof globalThis.fetch, url: string, body = 'changed') =>
  fetch(url, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body });
const post = (fetch: typeof globalThis.fetch, url: string) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'new' });
const remove = (fetch: typeof globalThis.fetch, url: string) => fetch(url, { method: 'DELETE' });

/** What each mode of a grant opens, and what it does not. */
export const permissionCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'read-file',
    title: 'read of a file: GET and HEAD; not PUT, DELETE, its neighbour or its container',
    logins: bothLogins,
    async run(context) {
      const file = await context.scratch.file('granted');
      const neighbour = await context.scratch.file();
      const under = await granted(context, file, [acl.Read]);
      const response = await under(file);
      await expectStatus(response, 200);
      expectEqual('what was read', await response.text(), 'granted');
      await expectStatus(await under(file, { method: 'HEAD' }), 200);
      await expectStatus(await put(under, file), 403);
      await expectStatus(await remove(under, file), 403);
      await expectStatus(await under(neighbour), 403);
      await expectStatus(await under(new URL('./', file).href), 403);
    },
  },
  {
    ...shared,
    id: 'read-description',
    title: 'read of a file: its description (describedby) as well',
    async run(context) {
      const file = await context.scratch.file();
      const under = await granted(context, file, [acl.Read]);
      await expectStatus(await under(`${file}.meta`), 200);
    },
  },
  {
    ...shared,
    id: 'read-write-file',
    title: 'write of a file: PUT; not GET, and DELETE only with write on the container',
    async run(context) {
      const file = await context.scratch.file();
      const under = await granted(context, file, [acl.Write]);
      await expectStatus(await put(under, file), 200, 204, 205);
      await expectStatus(await under(file), 403);
      await expectStatus(await remove(under, file), 403);
    },
  },
  {
    ...shared,
    id: 'read-append-container',
    title: 'append to a container: POST and PUT of what is new; not of what exists, and no GET',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const under = await granted(context, url, [acl.Append]);
      await expectStatus(await post(under, url), 201);
      await expectStatus(await put(under, new URL('new.txt', url).href), 201);
      await expectStatus(await put(under, child), 403);
      await expectStatus(await under(url), 403);
      await expectStatus(await under(child), 403);
    },
  },
  {
    ...shared,
    id: 'read-container-alone',
    title: 'read of a container with inherit false: its listing; not what is in it',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const under = await granted(context, url, [acl.Read], { inherit: false });
      await expectStatus(await under(url), 200);
      await expectStatus(await under(child), 403);
    },
  },
  {
    ...shared,
    id: 'read-container-deep',
    title: 'read and write of a container: all that is in it, to any depth',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const under = await granted(context, url, [acl.Read, acl.Write]);
      await expectStatus(await under(child), 200);
      const deep = new URL('deep/deeper/file.txt', url).href;
      await expectStatus(await put(under, deep), 201);
      await expectStatus(await under(deep), 200);
      await expectStatus(await put(under, child), 200, 204, 205);
      await expectStatus(await remove(under, deep), 200, 204, 205);
      await expectStatus(await under(deep), 404);
      await expectStatus(await remove(under, url), 409, 403);
    },
  },
  {
    ...shared,
    id: 'read-rules-never',
    title: 'no grant opens the access control of a resource, neither to read nor to write',
    async run(context) {
      const { url, child } = await context.scratch.container();
      const under = await granted(context, url, [acl.Read, acl.Write, acl.Append]);
      for (const resource of [url, child]) {
        const rules = await rulesOf(context.citizen.fetch, resource);
        await expectStatus(await under(rules), 403);
        const response = await under(rules, {
          method: 'PUT',
          headers: { 'content-type': 'text/turtle' },
          body: '<#a> a <http://www.w3.org/ns/auth/acl#Authorization>.',
        });
        await expectStatus(response, 403);
      }
    },
  },
  {
    ...shared,
    id: 'read-several',
    title: 'one token opens all resources of the grant: libraries use it for any URL',
    see: sections.libraries,
    async run(context) {
      const [one, two] = [await context.scratch.file(), await context.scratch.file()];
      const grant = await giveAccess(context, { resources: [one, two] });
      const under = await fetchUnder(context, grant, one);
      await expectStatus(await under(two), 200);
    },
  },
  {
    ...shared,
    id: 'read-all-modes',
    title: 'one token carries all modes of the grant, whatever its ticket was for',
    see: sections.libraries,
    async run(context) {
      const file = await context.scratch.file();
      const under = await granted(context, file, [acl.Read, acl.Write]);
      await expectStatus(await put(under, file, 'written'), 200, 204, 205);
      expectEqual('what was read', await (await under(file)).text(), 'written');
    },
  },
  {
    ...shared,
    id: 'read-own-login-closed',
    title: "the agency's own login opens nothing: 403, also after a grant",
    logins: bothLogins,
    async run(context) {
      const file = await context.scratch.file();
      await giveAccess(context, { resources: [file] });
      await expectStatus(await context.agency.fetch(file), 403);
    },
  },
  {
    ...shared,
    id: 'read-owner-unchanged',
    title: 'the owner reads, writes and deletes with the own login as before',
    logins: bothLogins,
    async run({ citizen, scratch }) {
      const file = await scratch.file();
      await expectStatus(await citizen.fetch(file), 200);
      await expectStatus(await put(citizen.fetch, file), 200, 204, 205);
      await expectStatus(await remove(citizen.fetch, file), 200, 204, 205);
    },
  },
  {
    ...shared,
    id: 'read-not-public',
    title: 'a token does not make the agency appear as the public: no WAC-Allow for everyone',
    level: 'SHOULD',
    see: 'Web Access Control §3.1',
    async run(context) {
      const file = await context.scratch.file();
      const under = await granted(context, file, [acl.Read]);
      const allow = (await under(file)).headers.get('wac-allow') ?? '';
      expectThat(!/public="[^"]*read/.test(allow), 'no public read in WAC-Allow', allow);
    },
  },
];
