import type { ConformanceCase } from '../../run/case.ts';
import { expectRefusal, expectStatus } from '../../run/expect.ts';
import { rulesOf } from '../../wire/open-to-all.ts';
import { sections } from '../../wire/terms.ts';

const shared = { checklist: 18, level: 'MUST', see: sections.solid } as const;

/** A vault server that is open to everyone makes every grant pointless. */
export const rootCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'root-not-writable',
    title: 'nobody can write at the root of the vault server without login',
    async run({ vault }) {
      const url = new URL('conformance-not-allowed.txt', vault);
      const init = { headers: { 'content-type': 'text/plain' }, body: 'x' };
      await expectRefusal(await fetch(url, { ...init, method: 'PUT' }));
      await expectRefusal(await fetch(vault, { ...init, method: 'POST' }));
    },
  },
  {
    ...shared,
    id: 'root-storages-private',
    title: "nobody reads or writes in another's storage, with or without login",
    async run({ citizen, rogue, scratch }) {
      const file = await scratch.file();
      const put = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'x' };
      await expectStatus(await fetch(file), 401);
      await expectStatus(await fetch(file, put), 401);
      await expectStatus(await rogue.fetch(file), 403);
      await expectStatus(await rogue.fetch(file, put), 403);
      const below = new URL('conformance-not-allowed.txt', citizen.storage).href;
      await expectStatus(await rogue.fetch(below, put), 403);
      await expectStatus(await fetch(below, put), 401);
    },
  },
  {
    ...shared,
    id: 'root-rules-private',
    title: 'nobody but its owner reads or writes the access control of a resource or of a storage',
    async run({ citizen, rogue, scratch }) {
      for (const resource of [await scratch.file(), citizen.storage]) {
        const rules = await rulesOf(citizen.fetch, resource);
        await expectStatus(await fetch(rules), 401);
        await expectStatus(await rogue.fetch(rules), 403);
        const put = { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '' };
        await expectStatus(await rogue.fetch(rules, put), 403);
      }
    },
  },
];
