import { measureReads } from '../authority/measure-reads.ts';
import type { Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';

const MAX_GRANTED_RATIO = 0.5;
const MAX_FIRST_RATIO = 3;

/** Reads under a grant against the owner's read on the vault server as shipped: CPU of the servers a request. */
export async function measureAuthority(
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const costs = await withTemporaryFolder((folder) => measureReads(folder, progress));
  return costs.flatMap(({ grants, owner, granted, first }) => {
    const result = (name: string, figure: number, limit: number): Result => ({
      suite: 'authority',
      name: `${name}, ${grants} grants in the store, CPU`,
      figure,
      unit: 'ms',
      peer: "owner's DPoP read, plain server",
      peerFigure: owner,
      ratio: figure / owner,
      target: `ratio <= ${limit}`,
      holds: figure / owner <= limit,
    });
    return [
      result('granted read with a live token', granted, MAX_GRANTED_RATIO),
      result('first read: challenge, token, read', first, MAX_FIRST_RATIO),
    ];
  });
}
