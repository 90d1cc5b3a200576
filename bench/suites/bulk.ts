import { measureMemory } from '../bulk/measure-memory.ts';
import { measureRate } from '../bulk/measure-rate.ts';
import type { Result } from '../measurement.ts';

const FEW = 1_000;
const MANY = 100_000;

/** Reading many: how fast beside the vault server's own limit, and whether memory stays the same. */
export async function measureBulk(progress: (text: string) => void): Promise<readonly Result[]> {
  const { bulk, vault, vaultCpu, othersCpu } = await measureRate(progress);
  const [few = Number.NaN, many = Number.NaN] = await measureMemory([FEW, MANY], progress);
  return [
    {
      suite: 'bulk',
      name: 'accesses read with readMany on the demo stack, all of it on this machine',
      ...{ figure: bulk, unit: '/s', peer: 'the vault server, same requests, tokens in hand' },
      ...{ peerFigure: vault, ratio: bulk / vault, target: 'ratio >= 0.8' },
      holds: bulk / vault >= 0.8,
    },
    {
      suite: 'bulk',
      name: 'CPU of one of them, agency and authority together',
      ...{ figure: othersCpu, unit: 'ms', peer: 'the vault server', peerFigure: vaultCpu },
      ...{ ratio: othersCpu / vaultCpu, target: 'none', holds: true },
    },
    {
      suite: 'bulk',
      name: `peak memory of ${MANY} accesses, simulated vault host`,
      ...{ figure: many, unit: 'MiB', peer: `of ${FEW}`, peerFigure: few, ratio: many / few },
      ...{ target: 'ratio <= 1.2', holds: many / few <= 1.2 },
    },
  ];
}
