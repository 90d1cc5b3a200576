import { cpuMilliseconds, median, type Result, wallMilliseconds } from '../measurement.ts';

/** One way to do the work; all of a run do the same. */
export interface Contender {
  readonly name: string;
  /** How many credentials one run of it is about. */
  readonly count: number;
  /** Resolves to how many it found. */
  run(): Promise<number>;
  /** How many it has to find. */
  readonly expected: number;
}

/** Milliseconds a credential, of each round. */
export interface Times {
  readonly name: string;
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

/**
 * Runs each contender once a round, after a round that does not count, so that a busy moment falls on all.
 *
 * @throws {Error} when one finds something else than the others
 */
export async function interleave<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
  progress: (text: string) => void,
): Promise<Record<Name, Times>> {
  const times = Object.entries<Contender>(contenders).map(([key, contender]) => ({
    ...{ key, contender },
    ...{ cpu: [] as number[], wall: [] as number[] },
  }));
  for (let round = -1; round < rounds; round++) {
    for (const { contender, cpu, wall } of times) {
      const { name, count, expected } = contender;
      globalThis.gc?.();
      let found = 0;
      let took = 0;
      const spent = await cpuMilliseconds(async () => {
        took = await wallMilliseconds(async () => {
          found = await contender.run();
        });
      });
      if (found !== expected) throw new Error(`${name} found ${found} and not ${expected}`);
      if (round < 0) continue;
      cpu.push(spent / count);
      wall.push(took / count);
    }
    progress(round < 0 ? 'warmed up' : `round ${round + 1} of ${rounds}`);
  }
  const measured: Record<string, Times> = Object.fromEntries(
    times.map(({ key, contender: { name }, cpu, wall }) => [key, { name, cpu, wall }]),
  );
  return measured as Record<Name, Times>;
}

/** So many times the peer, of each round, in CPU of all threads or in time on the clock. */
export function compareRates(
  own: Times,
  peer: Times,
  least: number | undefined,
  of: 'cpu' | 'wall',
): Result {
  const rate = (times: Times) => median(times[of].map((time) => 1_000 / time));
  const ratio = median(own[of].map((time, round) => (peer[of][round] ?? Number.NaN) / time));
  return {
    suite: 'claims',
    name: own.name,
    figure: rate(own),
    unit: of === 'cpu' ? '/CPU s' : '/s',
    peer: peer.name,
    peerFigure: rate(peer),
    ratio,
    target: least === undefined ? 'none' : `ratio >= ${least}`,
    holds: least === undefined || ratio >= least,
  };
}
