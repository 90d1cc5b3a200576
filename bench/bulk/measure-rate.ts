import { join } from 'node:path';
import { type Agency, appendProcessingRecords } from '@grondslag/agency';
import { findFreePort } from '@grondslag/dev-stack';
import type { AccessGrant } from '@grondslag/protocol';
import { median } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { type CpuTimes, followCpuTimes } from './cpu-times.ts';
import { openBulkAgency, seedCitizens } from './seed-citizens.ts';

const ROUNDS = 10;
/** Of these the vault server alone is asked for again. */
const SAMPLE = 300;
const AT_ONCE = 12;

const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?year ?amount WHERE { GRAPH ?graph { ?person g:income [ g:year ?year ; g:amount ?amount ] } }`;

export interface Rates {
  /** Accesses a second through `readMany`. */
  readonly bulk: number;
  /** The same requests to the vault server, with the tokens in hand: what it can do. */
  readonly vault: number;
  /** Median of the rounds, each with the two in turn. */
  readonly ratio: number;
  /** CPU milliseconds of one such access. */
  readonly cpu: CpuTimes;
}

/** An access, and what is asked of the vault server for it. */
interface InHand {
  readonly resource: string;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * `readMany` over `citizens` of the demo stack, one access each, in turn with the vault server's own limit for the same
 * requests: of the citizens just read, with a token of each.
 */
export async function measureRate(
  citizens: number,
  progress: (text: string) => void,
): Promise<Rates> {
  return withTemporaryFolder(async (folder) => {
    const place = { port: await findFreePort(), folder: join(folder, 'stack') };
    const { stack, grants } = await seedCitizens(place, citizens + SAMPLE, progress);
    const agency = openBulkAgency(stack, appendProcessingRecords(join(folder, 'processing.jsonl')));
    try {
      const takeTokens = (some: readonly AccessGrant[]) =>
        fewAtOnce(some, async (grant): Promise<InHand> => {
          const [resource = ''] = grant.credentialSubject.providedConsent.forPersonalData;
          return { resource, fetch: await agency.exchangeGrant(grant, resource) };
        });
      const cpuTimes = followCpuTimes();
      const rounds: { bulk: number; vault: number; cpu: CpuTimes }[] = [];
      const each = citizens / ROUNDS;
      // The first round warms up.
      for (let round = 0; round <= ROUNDS; round++) {
        const from = round === 0 ? 0 : SAMPLE + (round - 1) * each;
        const some = grants.slice(from, round === 0 ? SAMPLE : from + each);
        const before = cpuTimes();
        const bulk = await rateOf(some.length, () => readAll(agency, some));
        const cpu = costOf(some.length, before, cpuTimes());
        const inHand = await takeTokens(some.slice(0, SAMPLE));
        const beforeAlone = cpuTimes();
        const vault = await rateOf(inHand.length, () => getAll(inHand));
        const alone = costOf(inHand.length, beforeAlone, cpuTimes());
        progress(
          `${round} of ${ROUNDS}: ${bulk.toFixed(1)} a second, vault server ${vault.toFixed(1)}; ` +
            `CPU of a read: ${describe(cpu)}; of its requests alone: ${describe(alone)}`,
        );
        if (round > 0) rounds.push({ bulk, vault, cpu });
      }
      return {
        bulk: median(rounds.map(({ bulk }) => bulk)),
        vault: median(rounds.map(({ vault }) => vault)),
        ratio: median(rounds.map(({ bulk, vault }) => bulk / vault)),
        cpu: {
          vault: median(rounds.map(({ cpu }) => cpu.vault)),
          authority: median(rounds.map(({ cpu }) => cpu.authority)),
          agency: median(rounds.map(({ cpu }) => cpu.agency)),
        },
      };
    } finally {
      await agency.close();
      await stack.stop();
    }
  });
}

async function rateOf(count: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return count / ((performance.now() - startedAt) / 1_000);
}

function costOf(count: number, before: CpuTimes, after: CpuTimes): CpuTimes {
  return {
    vault: (after.vault - before.vault) / count,
    authority: (after.authority - before.authority) / count,
    agency: (after.agency - before.agency) / count,
  };
}

function describe({ vault, authority, agency }: CpuTimes): string {
  const texts = [`${vault.toFixed(1)} ms at the vault server`, `${authority.toFixed(1)} authority`];
  return [...texts, `${agency.toFixed(1)} agency`].join(', ');
}

/** Reads accesses, each a whole read: verified, recorded and answered. */
async function readAll(agency: Agency, grants: readonly AccessGrant[]): Promise<void> {
  const ids = grants.map(({ id }) => id);
  for await (const { outcome } of agency.readMany(ids, { query })) {
    if (outcome.status !== 'read') throw new Error(`A read came to ${JSON.stringify(outcome)}.`);
  }
}

/** The same requests, without an agency: the refusal with a ticket, and the fact with a token that was there already. */
async function getAll(inHand: readonly InHand[]): Promise<void> {
  await fewAtOnce(inHand, async ({ resource, fetch: grantedFetch }) => {
    await expectStatus(await fetch(resource), 401);
    const headers = { accept: 'application/ld+json' };
    await expectStatus(await grantedFetch(resource, { headers }), 200);
  });
}

async function fewAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) results.push(await work(item));
    }),
  );
  return results;
}

async function expectStatus(response: Response, status: number): Promise<void> {
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`A read answered ${response.status}.`);
}
