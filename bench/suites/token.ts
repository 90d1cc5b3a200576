import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { join } from 'node:path';
import { findFreePort } from '@grondslag/dev-stack';
import { quantile, type Result } from '../measurement.ts';
import { startAuthority } from '../servers/start-authority.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { sendAll, sendAtRate } from '../token/http-load.ts';
import { playNeighbours } from '../token/play-neighbours.ts';
import { BENCH_GRANTS, prepareRequests } from '../token/prepare-requests.ts';

const SECRET = 'a secret that the bench shares with the authority';
const WARM_UP = 2_000;
const DECISIONS = 8_000;
const CONCURRENCY = 64;
const SECONDS_AT_HALF_LOAD = 10;
const RAW_VERIFICATIONS = 10_000;
const MIN_DECISIONS_A_SECOND = 800;
const MAX_P99_MILLISECONDS = 50;

/**
 * Decisions at `POST token` on one core: each has a ticket, a DPoP proof and a presentation of its own; ten agencies
 * present five hundred grants in turn.
 */
export async function measureToken(progress: (text: string) => void): Promise<readonly Result[]> {
  const neighbours = await playNeighbours();
  try {
    return await withTemporaryFolder(async (folder) => {
      progress('starting an authority');
      const port = await findFreePort();
      const baseUrl = `http://localhost:${port}/`;
      const authority = await startAuthority(folder, {
        ...{ baseUrl, vaults: [neighbours.url], secret: SECRET },
        database: { dataFolder: join(folder, 'data') },
      });
      try {
        const makeRequests = await prepareRequests(baseUrl, neighbours, SECRET);
        progress(`${BENCH_GRANTS} grants issued`);
        await sendAll(port, await makeRequests(WARM_UP), CONCURRENCY);
        const requests = await makeRequests(DECISIONS);
        const cpuBefore = authority.cpuMilliseconds();
        const seconds = await sendAll(port, requests, CONCURRENCY);
        const perCpuSecond = (DECISIONS * 1_000) / (authority.cpuMilliseconds() - cpuBefore);
        const perSecond = DECISIONS / seconds;
        progress(`${perSecond.toFixed(0)} decisions a second`);
        const half = perSecond / 2;
        const paced = await makeRequests(Math.round(half * SECONDS_AT_HALF_LOAD));
        const times = await sendAtRate(port, paced, half);
        const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
        const verifyRate = rawVerifyRate();
        const peer = 'node:crypto Ed25519 verify alone';
        const rate = (name: string, figure: number): Result => ({
          suite: 'token',
          name,
          figure,
          unit: '/s',
          peer,
          peerFigure: verifyRate,
          ratio: figure / verifyRate,
          target: `figure >= ${MIN_DECISIONS_A_SECOND}`,
          holds: figure >= MIN_DECISIONS_A_SECOND,
        });
        const latency = (name: string, figure: number): Result => ({
          suite: 'token',
          name,
          figure,
          unit: 'ms',
          peer,
          peerFigure: 1_000 / verifyRate,
          ratio: (figure * verifyRate) / 1_000,
          target: `figure < ${MAX_P99_MILLISECONDS}`,
          holds: figure < MAX_P99_MILLISECONDS,
        });
        return [
          rate('decisions at POST token, one core, embedded store', perSecond),
          rate('decisions at POST token a CPU second, embedded store', perCpuSecond),
          latency(`POST token at ${half.toFixed(0)} a second, p50`, p50),
          latency(`POST token at ${half.toFixed(0)} a second, p99`, p99),
        ];
      } finally {
        await authority.stop();
      }
    });
  } finally {
    neighbours.close();
  }
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
