import { createManyVerifier, type ManyVerifier } from '@grondslag/claims/verify-many';
import type { Result } from '../measurement.ts';
import { type Contender, compareRates, interleave } from './interleave.ts';
import type { Scene } from './open-scene.ts';
import { PEER_PART, ROUNDS } from './sizes.ts';

const THREADS = 2;

/** Two threads with all of policy, against the usual verifier one by one with none: time on the clock. */
export async function measureThreads(
  { claims, sources, fetchStatusList, holding, stock }: Scene,
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const options = { sources, fetch: fetchStatusList, threads: THREADS };
  const openssl = createManyVerifier(options);
  const libsodium = createManyVerifier({
    ...options,
    sodium: import.meta.resolve('sodium-native'),
  });
  const name = `verify ${claims.length} with policy and status, ${THREADS} threads`;
  const own = (text: string, verifier: ManyVerifier): Contender => ({
    name: text,
    ...{ count: claims.length, expected: holding(claims.length) },
    async run() {
      let verified = 0;
      for await (const one of verifier.verify(claims)) verified += Number(one.verified);
      return verified;
    },
  });
  const part = Math.ceil(claims.length / PEER_PART);
  const texts = claims.slice(0, part).map(({ text }) => text);
  const times = await interleave(
    {
      openssl: own(name, openssl),
      libsodium: own(`${name}, sodium-native`, libsodium),
      stock: {
        name: '@digitalbazaar/vc one by one, jsonld 9.0.0 as published',
        ...{ count: part, expected: part, run: () => stock.run('verify', texts) },
      },
    },
    ROUNDS,
    progress,
  );
  await Promise.all([openssl.close(), libsodium.close()]);
  return [
    compareRates(times.openssl, times.stock, 20, 'wall'),
    compareRates(times.libsodium, times.stock, 20, 'wall'),
  ];
}
