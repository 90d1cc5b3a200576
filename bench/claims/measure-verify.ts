import {
  createSodiumCrypto,
  type ProofVerification,
  verifyCanonical,
  verifyProof,
} from '@grondslag/claims';
import sodium from 'sodium-native';
import type { Result } from '../measurement.ts';
import { type Contender, compareRates, interleave } from './interleave.ts';
import type { Scene } from './open-scene.ts';
import { rawNode, rawNodeRepeated, rawSodium } from './raw-signatures.ts';
import type { SignedClaim } from './signed-claims.ts';
import { PEER_PART, ROUNDS } from './sizes.ts';

/** Cheap beside the other measurements, and the one that everything rests on. */
const MORE_ROUNDS = 2;
const MOST = 2_000;

/** Stored bytes → a proof that holds, one by one in this thread, beside the signature alone and the usual stacks. */
export async function measureVerify(
  { claims, stock, patched, publicKey }: Scene,
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const some = claims.slice(0, MOST);
  const texts = some.slice(0, Math.ceil(some.length / PEER_PART)).map(({ text }) => text);
  const platform = createSodiumCrypto(sodium);
  const now = () => new Date();

  const own = (name: string, verify: (one: SignedClaim) => Promise<ProofVerification>) => ({
    ...{ name, count: some.length, expected: some.length },
    async run() {
      let verified = 0;
      for (const one of some) verified += Number((await verify(one)).verified);
      return verified;
    },
  });
  const peer = (name: string, run: () => Promise<number>): Contender => ({
    ...{ name, count: texts.length, expected: texts.length, run },
  });
  const times = await interleave(
    {
      raw: rawNode(some.length),
      repeated: rawNodeRepeated(some.length),
      rawSodium: rawSodium(some.length),
      json: own('verify JSON-LD', ({ text }) => verifyProof(JSON.parse(text), publicKey, now)),
      canonical: own('verify stored canonical form', (one) => verifyCanonical(one, publicKey, now)),
      jsonSodium: own('verify JSON-LD, sodium-native', ({ text }) =>
        verifyProof(JSON.parse(text), publicKey, now, { platform }),
      ),
      canonicalSodium: own('verify stored canonical form, sodium-native', (one) =>
        verifyCanonical(one, publicKey, now, { platform }),
      ),
      stock: peer('@digitalbazaar/vc, jsonld 9.0.0 as published', () => stock.run('verify', texts)),
      patched: peer('@digitalbazaar/vc, jsonld 9.0.0 with our patch', () =>
        patched.run('verify', texts),
      ),
      hand: peer('by hand: jsonld with our patch, rdf-canonize, node:crypto', () =>
        patched.run('verifyByHand', texts),
      ),
    },
    ROUNDS + MORE_ROUNDS,
    progress,
  );
  const { raw, json, canonical, jsonSodium, canonicalSodium } = times;
  return [
    compareRates(json, raw, 0.7, 'cpu'),
    compareRates(json, times.stock, 10, 'cpu'),
    compareRates(json, times.patched, undefined, 'cpu'),
    compareRates(json, times.hand, 1.7, 'cpu'),
    compareRates(canonical, raw, 0.85, 'cpu'),
    compareRates(canonical, times.repeated, undefined, 'cpu'),
    compareRates(jsonSodium, raw, 1, 'cpu'),
    compareRates(canonicalSodium, times.rawSodium, undefined, 'cpu'),
  ];
}
