import { join } from 'node:path';
import { type Agency, createAgency } from '@grondslag/agency';
import { type CreatedAccount, createVaultAccount, findFreePort, logIn } from '@grondslag/dev-stack';
import type { AccessGrant } from '@grondslag/protocol';
import { median } from '../measurement.ts';
import type { PinnedProcess } from '../servers/pinned-process.ts';
import { startAuthority } from '../servers/start-authority.ts';
import { type BenchVault, startVault } from '../servers/start-vault.ts';
import { fillStore } from './fill-store.ts';
import { issueGrant } from './issue-grant.ts';
import { putResource } from './resource.ts';

const SECRET = 'a secret that the bench shares with the authority';
const GRANTS = [100, 10_000];
const ROUNDS = 9;
const CONCURRENCY = 8;
const READS = 160;
const FIRST_READS = 48;

type Fetch = typeof globalThis.fetch;

/** CPU milliseconds of the servers for one read, medians over the rounds. */
export interface ReadCosts {
  /** Grants in the authority's store. */
  readonly grants: number;
  /** The owner's read with DPoP on the server as shipped. */
  readonly owner: number;
  /** Under a grant with a live token. */
  readonly granted: number;
  /** Under a grant without a token: challenge, exchange and read, vault server and authority together. */
  readonly first: number;
}

/** Measures the three kinds of read in turn, with few grants and with many. */
export async function measureReads(
  folder: string,
  progress: (text: string) => void,
): Promise<readonly ReadCosts[]> {
  const authorityUrl = `http://localhost:${await findFreePort()}/`;
  const dataFolder = join(folder, 'authority');
  const running: PinnedProcess[] = [];
  try {
    progress('starting a plain vault server, one with the plug-in, and an authority');
    const plain = await startVault(join(folder, 'plain'));
    running.push(plain);
    const settings = { authority: authorityUrl, secret: SECRET };
    const vault = await startVault(join(folder, 'vault'), { settings });
    running.push(vault);
    const openAuthority = () =>
      startAuthority(folder, {
        baseUrl: authorityUrl,
        vaults: [vault.baseUrl],
        secret: SECRET,
        database: { dataFolder },
      });
    let authority = await openAuthority();
    running.push(authority);
    const parties = await createParties(plain, vault, authorityUrl);

    const costs: ReadCosts[] = [];
    for (const grants of GRANTS) {
      await authority.stop();
      progress(`filling the store up to ${grants} grants`);
      await fillStore(dataFolder, { template: parties.grant.id, count: grants });
      authority = await openAuthority();
      running.push(authority);
      costs.push({
        grants,
        ...(await measureRounds({ ...parties, plain, vault, authority, progress })),
      });
    }
    await parties.agency.close();
    return costs;
  } finally {
    for (const server of running) await server.kill();
  }
}

interface Parties {
  readonly plainAccount: CreatedAccount;
  readonly agency: Agency;
  readonly grant: AccessGrant;
  /** The same resource on both servers. */
  readonly plainResource: string;
  readonly resource: string;
}

async function createParties(
  plain: BenchVault,
  vault: BenchVault,
  authority: string,
): Promise<Parties> {
  const account = (base: string, slug: string) =>
    createVaultAccount(base, { slug, email: `${slug}@example.org`, password: slug });
  const plainAccount = await account(plain.baseUrl, 'citizen');
  const plainResource = await as(plain, plainAccount, (fetch) =>
    putResource(fetch, plainAccount.storage),
  );
  const citizen = await account(vault.baseUrl, 'citizen');
  const { webId, clientId, clientSecret } = await account(vault.baseUrl, 'agency');
  const { resource, grant } = await as(vault, citizen, async (fetch) => {
    const url = await putResource(fetch, citizen.storage);
    const issued = await issueGrant(fetch, authority, { agency: webId, resources: [url] });
    return { resource: url, grant: issued };
  });
  const agency = createAgency({
    ...{ webId, clientId, clientSecret, authority },
    oidcIssuer: vault.baseUrl,
    vaults: [vault.baseUrl],
    recordProcessing: async () => undefined,
  });
  return { plainAccount, agency, grant, plainResource, resource };
}

async function as<T>(
  { baseUrl }: BenchVault,
  account: CreatedAccount,
  work: (fetch: Fetch) => Promise<T>,
): Promise<T> {
  const session = await logIn(baseUrl, account);
  try {
    return await work(session.fetch);
  } finally {
    await session.logout();
  }
}

async function measureRounds({
  plain,
  vault,
  authority,
  plainAccount,
  agency,
  grant,
  plainResource,
  resource,
  progress,
}: Parties & {
  readonly plain: BenchVault;
  readonly vault: BenchVault;
  readonly authority: PinnedProcess;
  readonly progress: (text: string) => void;
}): Promise<Omit<ReadCosts, 'grants'>> {
  return as(plain, plainAccount, async (ownerFetch) => {
    const costs = { owner: [] as number[], granted: [] as number[], first: [] as number[] };
    for (let round = -1; round < ROUNDS; round++) {
      const grantedFetch = await agency.exchangeGrant(grant, resource);
      const turns = {
        owner: await cpuPerTurn([plain], READS, () => read(ownerFetch, plainResource)),
        granted: await cpuPerTurn([vault], READS, () => read(grantedFetch, resource)),
        first: await cpuPerTurn([vault, authority], FIRST_READS, async () =>
          read(await agency.exchangeGrant(grant, resource), resource),
        ),
      };
      // the first round warms up
      if (round < 0) continue;
      for (const kind of ['owner', 'granted', 'first'] as const) costs[kind].push(turns[kind]);
      progress(
        `round ${round + 1} of ${ROUNDS}: owner ${turns.owner.toFixed(1)}, granted ${turns.granted.toFixed(1)}, first ${turns.first.toFixed(1)} ms`,
      );
    }
    return {
      owner: median(costs.owner),
      granted: median(costs.granted),
      first: median(costs.first),
    };
  });
}

async function read(fetch: Fetch, url: string): Promise<void> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`A read answered ${response.status}`);
  await response.arrayBuffer();
}

/** CPU of `servers` for one turn of `work`, of which a few are under way at any time. */
async function cpuPerTurn(
  servers: readonly PinnedProcess[],
  turns: number,
  work: () => Promise<void>,
): Promise<number> {
  const total = () => servers.reduce((sum, server) => sum + server.cpuMilliseconds(), 0);
  const before = total();
  let left = turns;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return (total() - before) / turns;
}
