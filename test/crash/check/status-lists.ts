import { decodeStatusBits, readStatusBit, verifyProof } from '@grondslag/claims';
import { type AccessCredential, revocationEntryOf } from '@grondslag/protocol';
import * as z from 'zod';
import { askFor } from '../load/ask-authority.ts';

const controllerSchema = z.object({
  verificationMethod: z.array(z.object({ id: z.string(), publicKeyMultibase: z.string() })),
});
const listSchema = z.object({
  credentialSubject: z.object({ type: z.string(), encodedList: z.string() }),
});

/** The published status lists, verified. */
export interface StatusLists {
  isRevoked(credential: AccessCredential): boolean;
  /** How many bits are set in all lists together. */
  readonly revoked: number;
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
  for (const credential of credentials) {
    const url = revocationEntryOf(credential).revocationListCredential;
    if (lists.has(url)) continue;
    const list = await askFor(200, 'GET', url);
    const proof = await verifyProof(list, (id) => keys.get(id));
    if (!proof.verified) throw new Error(`The status list ${url} is not verified: ${proof.reason}`);
    const { encodedList } = listSchema.parse(list).credentialSubject;
    lists.set(url, await decodeStatusBits(encodedList, 'revocation-list-2020'));
  }
  return {
    isRevoked(credential) {
      const entry = revocationEntryOf(credential);
      const bits = lists.get(entry.revocationListCredential) as Uint8Array;
      return readStatusBit(bits, Number(entry.revocationListIndex));
    },
    revoked: [...lists.values()].reduce((sum, bits) => sum + countBits(bits), 0),
  };
}

function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
