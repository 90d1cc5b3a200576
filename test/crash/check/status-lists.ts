import { decodeStatusBits, readStatusBit, verifyProof } from '@grondslag/claims';
import type { AccessCredential, StatusPurpose } from '@grondslag/protocol';
import * as z from 'zod';
import { askFor } from '../load/ask-authority.ts';

const controllerSchema = z.object({
  verificationMethod: z.array(z.object({ id: z.string(), publicKeyMultibase: z.string() })),
});
const listSchema = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

/** The published status lists, verified: those for the libraries and those of W3C. */
export interface StatusLists {
  /** @throws {Error} when two lists do not say the same */
  isSet(credential: AccessCredential, purpose: StatusPurpose): boolean;
  /** How many bits are set, for each kind of list. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Fetches every list the credentials name, and checks its signature. */
export async function fetchStatusLists(
  baseUrl: string,
  credentials: readonly AccessCredential[],
): Promise<StatusLists> {
  const controller = controllerSchema.parse(await askFor(200, 'GET', baseUrl));
  const keys = new Map(
    controller.verificationMethod.map(({ id, publicKeyMultibase }) => [id, publicKeyMultibase]),
  );
  const lists = new Map<string, Uint8Array>();
  const counts = new Map<string, number>();
  for (const { list, kind, format } of credentials.flatMap(placesOf)) {
    if (lists.has(list)) continue;
    const answer = await askFor(200, 'GET', list);
    const proof = await verifyProof(answer, (id) => keys.get(id));
    if (!proof.verified)
      throw new Error(`The status list ${list} is not verified: ${proof.reason}`);
    const { encodedList } = listSchema.parse(answer).credentialSubject;
    const bits = await decodeStatusBits(encodedList, format);
    lists.set(list, bits);
    counts.set(kind, (counts.get(kind) ?? 0) + countBits(bits));
  }
  return {
    counts,
    isSet(credential, purpose) {
      const places = placesOf(credential).filter((place) => place.purpose === purpose);
      const bits = places.map(({ list, index }) =>
        readStatusBit(lists.get(list) as Uint8Array, index),
      );
      if (bits.length > 0 && bits.every((bit) => bit === bits[0])) return bits[0] === true;
      throw new Error(`The status lists do not agree about the ${purpose} of ${credential.id}`);
    },
  };
}

/** Where the status of a credential is published. */
export function placesOf({ credentialStatus }: AccessCredential) {
  return credentialStatus.map((entry) =>
    entry.type === 'RevocationList2020Status'
      ? {
          purpose: 'revocation' as const,
          list: entry.revocationListCredential,
          index: Number(entry.revocationListIndex),
          kind: entry.type,
          format: 'revocation-list-2020' as const,
        }
      : {
          purpose: entry.statusPurpose,
          list: entry.statusListCredential,
          index: Number(entry.statusListIndex),
          kind: `${entry.type}, ${entry.statusPurpose}`,
          format: 'bitstring' as const,
        },
  );
}

function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
