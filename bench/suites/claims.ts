import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { verifyProof } from '@grondslag/claims';
import { cpuMilliseconds, median, type Result } from '../measurement.ts';
import { createPeer } from './verify-peer.ts';
import { KEY_ID, makeSamples } from './verify-samples.ts';

const CREDENTIALS = 500;
const ROUNDS = 7;

/** The proof of one credential as JSON-LD, against the bare signature and against the usual library, in turn. */
export async function measureClaims(progress: (text: string) => void): Promise<readonly Result[]> {
  const samples = await makeSamples(CREDENTIALS);
  const peer = createPeer(samples);
  const findKey = (id: string) => (id === KEY_ID ? samples.publicKeyMultibase : undefined);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = randomBytes(64);
  const signature = sign(null, message, privateKey);

  const contenders = {
    signature: () => verify(null, message, publicKey, signature),
    own: async (text: string) => (await verifyProof(JSON.parse(text), findKey)).verified,
    peer: async (text: string) => {
      await peer.verify(text);
      return true;
    },
  };
  const times = { signature: [] as number[], own: [] as number[], peer: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of ['signature', 'own', 'peer'] as const) {
      const milliseconds = await cpuMilliseconds(async () => {
        for (const text of samples.texts) {
          if (!(await contenders[name](text)))
            throw new Error(`${name} refused a good credential.`);
        }
      });
      if (round >= 0) times[name].push(CREDENTIALS / (milliseconds / 1_000));
    }
    progress(round < 0 ? 'warmed up' : `round ${round + 1} of ${ROUNDS}`);
  }

  const own = median(times.own);
  const result = (peerName: string, rates: readonly number[], least: number): Result => {
    const ratio = median(times.own.map((rate, round) => rate / (rates[round] ?? Number.NaN)));
    return {
      suite: 'claims',
      name: `proofs of JSON-LD verified, beside ${peerName}`,
      figure: own,
      unit: 'per second of CPU',
      peer: peerName,
      peerFigure: median(rates),
      ratio,
      target: `ratio >= ${least}`,
      holds: ratio >= least,
    };
  };
  return [
    result('the bare Ed25519 signature of node:crypto', times.signature, 0.7),
    result('@digitalbazaar/vc with status, on the same patched jsonld', times.peer, 3),
  ];
}
