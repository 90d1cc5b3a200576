import { createManyVerifier } from '@grondslag/claims/verify-many';
import type { Result } from '../measurement.ts';
import { compareRates, interleave } from './interleave.ts';
import type { Scene } from './open-scene.ts';
import { PEER_PART, ROUNDS } from './sizes.ts';

const THREADS = 2;

/** Two threads with all of policy, against the usual verifier one by one with none: time on the clock. */
export async function measureThreads(
  { claims, sources, fetchStatusList, holding, stock }: Scene,
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const verifier = createManyVerifier({ sources, fetch: fetchStatusList, threads: THREADS });
  const part = Math.ceil(claims.length / PEER_PART);
  const texts = claims.slice(0, part).map(({ text }) => text);
  const times = await interleave(
    {
      many: {
        name: `verify ${claims.length} with policy and status, ${THREADS} threads`,
        ...{ count: claims.length, expected: holding(claims.length) },
        async run() {
          let verified = 0;
          for await (const one of verifier.verify(claims)) verified += Number(one.verified);
          return verified;
        },
      },
      stock: {
        name: '@digitalbazaar/vc one by one, jsonld 9.0.0 as published',
        ...{ count: part, expected: part, run: () => stock.run('verify', texts) },
      },
    },
    ROUNDS,
    progress,
  );
  await verifier.close();
  return [compareRates(times.many, times.stock, 20, 'wall')];
}
