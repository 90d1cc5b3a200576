import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { startPostgres } from '@grondslag/authority/test-support/start-postgres';
import { quantile, type Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { embeddedIn, measureStore, type TokenTimes } from '../token/measure-store.ts';
import { playNeighbours } from '../token/play-neighbours.ts';

const RAW_VERIFICATIONS = 10_000;
const MIN_DECISIONS_A_SECOND = 800;
const HALF_LOAD = MIN_DECISIONS_A_SECOND / 2;
const MAX_P99_MILLISECONDS = 50;

/**
 * Decisions at `POST token` on one core, with each database: each has a ticket, a DPoP proof and a presentation of
 * its own; ten agencies present five hundred grants in turn.
 */
export async function measureToken(progress: (text: string) => void): Promise<readonly Result[]> {
  const neighbours = await playNeighbours();
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.createDatabase();
    const stores: [name: string, database: (folder: string) => object][] = [
      ['embedded', embeddedIn],
      ['PostgreSQL', () => ({ databaseUrl })],
    ];
    const results: Result[] = [];
    for (const [name, database] of stores) {
      progress(`starting an authority: ${name}`);
      const times = await withTemporaryFolder((folder) =>
        measureStore(folder, { neighbours, database: database(folder), rate: HALF_LOAD }, (text) =>
          progress(`${name}: ${text}`),
        ),
      );
      results.push(...resultsOf(name, times));
    }
    return results;
  } finally {
    await postgres.close();
    neighbours.close();
  }
}

function resultsOf(store: string, { perSecond, perCpuSecond, times }: TokenTimes): Result[] {
  const verifyRate = rawVerifyRate();
  const peer = 'node:crypto Ed25519 verify alone';
  const rate = (name: string, figure: number): Result => ({
    suite: 'token',
    name: `${name}, one core, ${store}`,
    ...{ figure, unit: '/s', peer, peerFigure: verifyRate },
    ratio: figure / verifyRate,
    target: `figure >= ${MIN_DECISIONS_A_SECOND}`,
    holds: figure >= MIN_DECISIONS_A_SECOND,
  });
  const latency = (part: number): Result => {
    const figure = quantile(times, part);
    return {
      suite: 'token',
      name: `POST token at ${HALF_LOAD} a second, p${part * 100}, ${store}`,
      ...{ figure, unit: 'ms', peer, peerFigure: 1_000 / verifyRate },
      ratio: (figure * verifyRate) / 1_000,
      target: `figure < ${MAX_P99_MILLISECONDS}`,
      holds: figure < MAX_P99_MILLISECONDS,
    };
  };
  return [
    rate('decisions at POST token', perSecond),
    rate('decisions at POST token a CPU second', perCpuSecond),
    latency(0.5),
    latency(0.99),
  ];
}

/** How often this machine verifies an Ed25519 signature over 64 bytes, as a credential has, in a CPU second. */
function rawVerifyRate(): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(64, 7);
  const signature = sign(null, message, privateKey);
  const before = process.cpuUsage();
  for (let count = 0; count < RAW_VERIFICATIONS; count++)
    verify(null, message, publicKey, signature);
  const { user, system } = process.cpuUsage(before);
  return RAW_VERIFICATIONS / ((user + system) / 1_000_000);
}
