import { type Memory, measureMemory } from '../authority/measure-memory.ts';
import { measureReads, type ReadCosts } from '../authority/measure-reads.ts';
import { median, type Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';

const MAX_GRANTED_RATIO = 0.5;
const MAX_FIRST_RATIO = 3;
const MAX_GROWTH = 1.1;

/**
 * Reads under a grant against the owner's read on the vault server as shipped, in CPU of the servers, and whether
 * the memory of the authority stays as it is.
 */
export async function measureAuthority(
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  return withTemporaryFolder(async (folder) => [
    ...(await measureReads(folder, progress)).flatMap(readResults),
    ...memoryResults(await measureMemory(folder, progress)),
  ]);
}

function readResults({ grants, owner, granted, first }: ReadCosts): readonly Result[] {
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
}

/** The second half of the series against the first, without its start. */
function memoryResults(series: readonly Memory[]): readonly Result[] {
  const [, ...running] = series;
  const middle = running.length / 2;
  const tokens = series.at(-1)?.tokens;
  const result = (name: string, of: (memory: Memory) => number): Result => {
    const early = median(running.slice(0, middle).map(of));
    const late = median(running.slice(middle).map(of));
    return {
      suite: 'authority',
      name: `${name} with 100,000 grants, second half of ${tokens} tokens`,
      figure: late,
      unit: 'MiB',
      peer: 'first half',
      peerFigure: early,
      ratio: late / early,
      target: `ratio <= ${MAX_GROWTH}`,
      holds: late / early <= MAX_GROWTH,
    };
  };
  return [
    result('heap after garbage collection', ({ heapMebibytes }) => heapMebibytes),
    result('resident memory', ({ rssMebibytes }) => rssMebibytes),
  ];
}
