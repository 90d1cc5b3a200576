import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { expectStatus, expectThat } from '../run/expect.ts';
import type { Credential } from './credential.ts';

const revocationList2020 = z.looseObject({
  type: z.literal('RevocationList2020Status'),
  revocationListIndex: z.coerce.number(),
  revocationListCredential: z.url(),
});
const bitstring = z.looseObject({
  type: z.enum(['BitstringStatusListEntry', 'StatusList2021Entry']),
  statusPurpose: z.string(),
  statusListIndex: z.coerce.number(),
  statusListCredential: z.url(),
});

/** A place in a status list. */
export interface StatusEntry {
  readonly type: string;
  readonly purpose: string;
  readonly index: number;
  readonly list: string;
}

/** Where the status of a credential is published. */
export function statusEntriesOf({ credentialStatus }: Credential): StatusEntry[] {
  return [credentialStatus].flat().flatMap((entry): StatusEntry[] => {
    const old = revocationList2020.safeParse(entry).data;
    if (old) {
      const { type, revocationListIndex: index, revocationListCredential: list } = old;
      return [{ type, purpose: 'revocation', index, list }];
    }
    const recent = bitstring.safeParse(entry).data;
    if (!recent) return [];
    const {
      type,
      statusPurpose: purpose,
      statusListIndex: index,
      statusListCredential: list,
    } = recent;
    return [{ type, purpose, index, list }];
  });
}

const listSchema = z.looseObject({
  proof: z.looseObject({}),
  credentialSubject: z.looseObject({ encodedList: z.string() }),
});

/** A published status list. */
export interface StatusList {
  readonly credential: object;
  readonly bits: Buffer;
  readonly encodedList: string;
}

/** Fetches a status list as anyone may. */
export async function loadStatusList(url: string): Promise<StatusList> {
  const response = await fetch(url, { cache: 'no-store' });
  await expectStatus(response, 200);
  const body: unknown = await response.json();
  const parsed = listSchema.safeParse(body);
  expectThat(parsed.success, 'a signed status list with encodedList', body);
  const { encodedList } = parsed.data.credentialSubject;
  // multibase `u` in the Bitstring Status List, bare base64url in its predecessors
  const base64 = encodedList.startsWith('u') ? encodedList.slice(1) : encodedList;
  return { credential: parsed.data, bits: gunzipSync(Buffer.from(base64, 'base64')), encodedList };
}

/** Whether the bit of an entry is set; the first bit is the most significant of the first byte. */
export function isSet({ bits }: StatusList, { index }: StatusEntry): boolean {
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}
