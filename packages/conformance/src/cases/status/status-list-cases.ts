import type { ConformanceCase } from '../../run/case.ts';
import type { CaseContext } from '../../run/context.ts';
import { expectEqual, expectRefusal, expectThat, skip } from '../../run/expect.ts';
import { exchange, readToken } from '../../wire/exchange.ts';
import { giveAccess, postJson, withdraw } from '../../wire/issue.ts';
import { expectReferenceProof } from '../../wire/reference-proof.ts';
import {
  isSet,
  loadStatusList,
  type StatusEntry,
  statusEntriesOf,
} from '../../wire/status-list.ts';
import { sections } from '../../wire/terms.ts';
import { expectInvalid, expectValid } from '../../wire/verify.ts';
import { expectProof } from '../../wire/verify-proof.ts';

const shared = { checklist: 8, level: 'MUST', see: sections.statusList } as const;
const MIN_BITS = 131_072;

async function newGrant(context: CaseContext) {
  const grant = await giveAccess(context, { resources: [await context.scratch.file()] });
  const entries = statusEntriesOf(grant);
  return { grant, entries };
}

/** Entries of the kind that a case is about. */
function those(entries: readonly StatusEntry[], keep: (entry: StatusEntry) => boolean) {
  const kept = entries.filter(keep);
  if (kept.length === 0) {
    skip(`credentials here have only ${entries.map(({ type }) => type).join(', ') || 'no status'}`);
  }
  return kept;
}

/** Suspends a grant, or lets it go on. */
async function suspend({ authority, citizen }: CaseContext, credentialId: string, status: string) {
  const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'suspension', status };
  const body = { credentialId, credentialStatus: [entry] };
  const response = await postJson(authority.status, body, citizen.fetch);
  expectThat(response.ok, 'success', response.status);
}

const ofBitstring = ({ type }: StatusEntry) => type === 'BitstringStatusListEntry';

/** Anyone can see whether a grant still holds, without asking who uses it. */
export const statusListCases: readonly ConformanceCase[] = [
  {
    ...shared,
    id: 'status-list-named',
    title: 'a grant names its place in a status list',
    async run(context) {
      const { entries, grant } = await newGrant(context);
      expectThat(entries.length > 0, 'credentialStatus', grant['credentialStatus']);
    },
  },
  {
    ...shared,
    id: 'status-list-bit',
    title: 'the bit is clear before a withdrawal and set after it',
    async run(context) {
      const { grant, entries } = await newGrant(context);
      const revocation = those(entries, ({ purpose }) => purpose === 'revocation');
      for (const entry of revocation) {
        expectEqual(`${entry.type} before`, isSet(await loadStatusList(entry.list), entry), false);
      }
      await withdraw(context, context.citizen, grant.id);
      for (const entry of revocation) {
        expectEqual(`${entry.type} after`, isSet(await loadStatusList(entry.list), entry), true);
      }
    },
  },
  {
    ...shared,
    id: 'status-list-herd',
    title: `a list has at least ${MIN_BITS} places, so that one place tells little`,
    async run(context) {
      for (const { list } of (await newGrant(context)).entries) {
        const { bits } = await loadStatusList(list);
        expectThat(bits.length * 8 >= MIN_BITS, `${MIN_BITS} bits`, bits.length * 8);
      }
    },
  },
  {
    ...shared,
    id: 'status-list-own-place',
    title: 'two grants do not share a place',
    async run(context) {
      const place = async () =>
        (await newGrant(context)).entries.map(({ list, index }) => `${list}#${index}`);
      const [one, two] = [await place(), await place()];
      expectThat(
        one.every((entry) => !two.includes(entry)),
        'different places',
        { one, two },
      );
    },
  },
  {
    ...shared,
    id: 'status-list-signed',
    title: 'the older list is signed by the authority',
    async run(context) {
      const { entries } = await newGrant(context);
      for (const { list } of those(entries, (entry) => !ofBitstring(entry))) {
        await expectProof((await loadStatusList(list)).credential);
      }
    },
  },
  {
    ...shared,
    id: 'status-list-bitstring',
    title: 'the W3C Bitstring Status List is published with its purposes, in multibase',
    level: 'SHOULD',
    async run(context) {
      const { entries } = await newGrant(context);
      for (const entry of those(entries, ofBitstring)) {
        const { credential, encodedList } = await loadStatusList(entry.list);
        expectThat(encodedList.startsWith('u'), 'multibase, base64url', encodedList.slice(0, 10));
        const { type, credentialSubject } = credential as {
          type: unknown;
          credentialSubject: { type?: unknown; statusPurpose?: unknown };
        };
        expectThat([type].flat().includes('BitstringStatusListCredential'), 'its type', type);
        expectEqual('type of the subject', credentialSubject.type, 'BitstringStatusList');
        expectThat(
          [credentialSubject.statusPurpose].flat().includes(entry.purpose),
          entry.purpose,
          credentialSubject.statusPurpose,
        );
      }
    },
  },
  {
    ...shared,
    id: 'status-list-bitstring-signed',
    title: 'the Bitstring Status List of each purpose is signed by the authority',
    async run(context) {
      const { grant, entries } = await newGrant(context);
      for (const { list } of those(entries, ofBitstring)) {
        const { credential } = await loadStatusList(list);
        await expectReferenceProof(credential, String(grant['issuer']));
      }
    },
  },
  {
    ...shared,
    id: 'status-list-suspension',
    title: 'a grant that is suspended says so in its list and gives no token until it goes on',
    level: 'SHOULD',
    async run(context) {
      const file = await context.scratch.file();
      const grant = await giveAccess(context, { resources: [file] });
      const entries = those(statusEntriesOf(grant), ({ purpose }) => purpose === 'suspension');
      const bits = async () =>
        Promise.all(entries.map(async (entry) => isSet(await loadStatusList(entry.list), entry)));
      await suspend(context, grant.id, '1');
      expectThat(!(await bits()).includes(false), 'the bit set', await bits());
      await expectInvalid(context, grant, /suspen|status/i);
      await expectRefusal(await exchange(context, grant, file));
      await suspend(context, grant.id, '0');
      expectThat(!(await bits()).includes(true), 'the bit clear', await bits());
      await expectValid(context, grant);
      await readToken(await exchange(context, grant, file));
    },
  },
];
