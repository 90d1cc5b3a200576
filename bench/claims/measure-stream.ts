import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createManyVerifier } from '@grondslag/claims/verify-many';
import { cpuMilliseconds, median, type Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import type { Scene } from './open-scene.ts';
import { ROUNDS, STREAMED } from './sizes.ts';

const FEW = 1_000;
const MOST_PER_CREDENTIAL = 1.15;
const MOST_MEMORY = 1.1;

/** Whether many cost as much each as few, and take no more memory, when they are read from a file and not kept. */
export async function measureStream(
  { claims, sources, fetchStatusList }: Scene,
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const verifier = createManyVerifier({ sources, fetch: fetchStatusList });
  /** Resident memory while results came, in MiB. */
  const memory: number[] = [];

  async function* read(file: string, count: number) {
    for (let left = count; left > 0; ) {
      const lines = createInterface({ input: createReadStream(file) });
      for await (const line of lines) {
        if (left-- <= 0) return;
        yield JSON.parse(line);
      }
    }
  }
  const perCredential = async (file: string, count: number) => {
    let seen = 0;
    const spent = await cpuMilliseconds(async () => {
      for await (const _ of verifier.verify(read(file, count))) {
        if (++seen % FEW === 0) memory.push(process.memoryUsage.rss() / 2 ** 20);
      }
    });
    if (seen !== count) throw new Error(`${seen} results for ${count} credentials`);
    return spent / count;
  };

  return await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'credentials.ndjson');
    const lines = function* () {
      for (const { resource, text, citizen } of claims) {
        yield `${JSON.stringify({ resource, text, citizen })}\n`;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(file));
    await perCredential(file, 5 * FEW);
    const few: number[] = [];
    for (let round = 0; round < ROUNDS; round++) few.push(await perCredential(file, FEW));
    progress(`${FEW} at a time`);
    memory.length = 0;
    const many = await perCredential(file, STREAMED);
    progress(`${STREAMED} in one stream`);
    await verifier.close();

    const half = Math.floor(memory.length / 2);
    const [first, second] = [memory.slice(0, half), memory.slice(half)].map((part) =>
      Math.max(...part),
    ) as [number, number];
    const result = (
      name: string,
      figure: number,
      unit: string,
      peer: string,
      other: number,
      most: number,
    ): Result => ({
      ...{ suite: 'claims', name, figure, unit, peer, peerFigure: other, ratio: figure / other },
      ...{ target: `ratio <= ${most}`, holds: figure / other <= most },
    });
    return [
      result(
        `verify ${STREAMED} in a stream from a file, CPU each`,
        ...([
          many * 1_000,
          'µs',
          `${FEW} at a time`,
          median(few) * 1_000,
          MOST_PER_CREDENTIAL,
        ] as const),
      ),
      result(
        'resident memory at most, second half of that stream',
        ...([second, 'MiB', 'first half', first, MOST_MEMORY] as const),
      ),
    ];
  });
}
