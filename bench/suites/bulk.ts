import { measureMemory } from '../bulk/measure-memory.ts';
import { measureRate } from '../bulk/measure-rate.ts';
import type { Result } from '../measurement.ts';

const CITIZENS = 10_000;
const FEW = 1_000;
const MANY = 100_000;

/** Reading many: how fast beside the vault server's own limit, and whether memory stays the same. */
export async function measureBulk(progress: (text: string) => void): Promise<readonly Result[]> {
  const { bulk, vault, ratio, cpu } = await measureRate(CITIZENS, progress);
  const [few = Number.NaN, many = Number.NaN] = await measureMemory([FEW, MANY], progress);
  return [
    {
      suite: 'bulk',
      name: `accesses of ${CITIZENS} citizens read with readMany on the demo stack, all of it on this machine`,
      ...{
        figure: bulk,
        unit: '/s',
        peer: 'the vault server, same requests, a token of each in hand',
      },
      ...{ peerFigure: vault, ratio, target: 'ratio >= 0.8', holds: ratio >= 0.8 },
    },
    {
      suite: 'bulk',
      name: 'CPU of one of them, agency',
      ...{ figure: cpu.agency, unit: 'ms', peer: 'the vault server', peerFigure: cpu.vault },
      ...{ ratio: cpu.agency / cpu.vault, target: 'none', holds: true },
    },
    {
      suite: 'bulk',
      name: 'CPU of one of them, authority',
      ...{ figure: cpu.authority, unit: 'ms', peer: 'the vault server', peerFigure: cpu.vault },
      ...{ ratio: cpu.authority / cpu.vault, target: 'none', holds: true },
    },
    {
      suite: 'bulk',
      name: `peak memory of ${MANY} accesses, simulated vault host`,
      ...{ figure: many, unit: 'MiB', peer: `of ${FEW}`, peerFigure: few, ratio: many / few },
      ...{ target: 'ratio <= 1.2', holds: many / few <= 1.2 },
    },
  ];
}
