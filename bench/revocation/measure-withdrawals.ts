import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Agency, createAgency } from '@grondslag/agency';
import { startPostgres } from '@grondslag/authority/test-support/start-postgres';
import { createVaultAccount, findFreePort, logIn } from '@grondslag/dev-stack';
import { type AccessGrant, authorityPaths } from '@grondslag/protocol';
import { issueGrant } from '../authority/issue-grant.ts';
import { putResource } from '../authority/resource.ts';
import { type BenchVault, startVault } from '../servers/start-vault.ts';
import { createInstances } from './instances.ts';

const SECRET = 'a secret that the bench shares with the authority';
const WITHDRAWALS = 1_000;
/** Each reads in a tight loop. */
const READERS = 4;
/** A token is taken as dead after so many refusals in a row. */
const REFUSALS = 3;
const LONGEST_SILENCE_MILLISECONDS = 60_000;

type Fetch = typeof globalThis.fetch;

export interface WithdrawalTimes {
  /** Milliseconds from the 2xx of each withdrawal until the last successful read with a token issued before. */
  readonly milliseconds: readonly number[];
  /** How often an instance was killed and started meanwhile. */
  readonly restarts: number;
  readonly reads: number;
  /** Milliseconds from the loss of both instances until the last successful read. */
  readonly silenceMilliseconds: number;
  /** Status of the answers after that. */
  readonly silenceStatus: number;
}

/** Withdraws under read load: two vault servers, two instances of the authority that are killed in turn. */
export async function measureWithdrawals(
  folder: string,
  progress: (text: string) => void,
): Promise<WithdrawalTimes> {
  const postgres = await startPostgres();
  const stops: (() => Promise<unknown>)[] = [() => postgres.close()];
  try {
    progress('starting PostgreSQL, two vault servers and two instances of the authority');
    const databaseUrl = await postgres.createDatabase();
    const instances = await createInstances(folder, { databaseUrl, secret: SECRET });
    stops.unshift(() => instances.kill());
    const settings = { authority: instances.baseUrl, secret: SECRET };
    const vaults: BenchVault[] = [];
    for (const cpu of [0, 1]) {
      const own = join(folder, `vault${cpu}`);
      await mkdir(own);
      const vault = await startVault(own, { settings, cpu, port: await findFreePort() });
      vaults.push(vault);
      stops.unshift(() => vault.kill());
    }
    await instances.start(vaults.map(({ baseUrl }) => baseUrl));
    const { agency, citizens } = await createPeople(vaults, instances.baseUrl);
    stops.unshift(() => agency.close(), ...citizens.map(({ logOut }) => logOut));

    const ending = new AbortController();
    const restarts = instances.restartUntil(ending.signal);
    const milliseconds: number[] = [];
    let reads = 0;
    let left = WITHDRAWALS;
    await Promise.all(
      Array.from({ length: READERS }, async (_, reader) => {
        const citizen = citizens[reader % citizens.length] as BenchCitizen;
        while (left-- > 0) {
          const one = await withdrawUnderReads(agency, citizen);
          milliseconds.push(one.milliseconds);
          reads += one.reads;
          if (milliseconds.length % 50 === 0) progress(`${milliseconds.length} withdrawals`);
        }
      }),
    );
    ending.abort();
    const silence = await loseContact(agency, citizens[0] as BenchCitizen, async () => {
      const count = await restarts;
      progress('killing both instances');
      await instances.kill();
      return count;
    });
    return { milliseconds, reads, ...silence };
  } finally {
    for (const stop of stops) await stop();
  }
}

interface BenchCitizen {
  readonly resource: string;
  grant(): Promise<AccessGrant>;
  withdraw(grant: AccessGrant): Promise<void>;
  /** Ends the timers of the login, which would keep the process alive. */
  logOut(): Promise<void>;
}

async function createPeople(vaults: readonly BenchVault[], authority: string) {
  const account = (base: string, slug: string) =>
    createVaultAccount(base, { slug, email: `${slug}@example.org`, password: slug });
  const provider = vaults[0]?.baseUrl ?? '';
  const { webId, clientId, clientSecret } = await account(provider, 'agency');
  const agency = createAgency({
    ...{ webId, clientId, clientSecret, authority, oidcIssuer: provider },
    vaults: vaults.map(({ baseUrl }) => baseUrl),
    recordProcessing: async () => undefined,
  });
  const citizens: BenchCitizen[] = [];
  for (const { baseUrl } of vaults) {
    const citizen = await account(baseUrl, 'citizen');
    const session = () => logIn(baseUrl, citizen);
    const first = await session();
    const resource = await putResource(first.fetch, citizen.storage);
    await first.logout();
    const { fetch, logOut } = renewing(session);
    citizens.push({
      resource,
      logOut,
      grant: () => issueGrant(fetch, authority, { agency: webId, resources: [resource] }),
      async withdraw({ id }) {
        const { status } = await fetch(new URL(authorityPaths.status, authority).href, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            credentialId: id,
            credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
          }),
        });
        if (status !== 200) throw new Error(`POST status answered ${status}`);
      },
    });
  }
  return { agency, citizens };
}

const RENEW_AFTER_MILLISECONDS = 300_000;

/** Logs in again before the token, good for ten minutes, ends. */
function renewing(session: () => ReturnType<typeof logIn>): {
  readonly fetch: Fetch;
  logOut(): Promise<void>;
} {
  let current: { readonly at: number; readonly session: ReturnType<typeof logIn> } | undefined;
  const fetch: Fetch = async (input, init) => {
    if (!current || performance.now() - current.at > RENEW_AFTER_MILLISECONDS) {
      const before = current;
      current = { at: performance.now(), session: session() };
      void before?.session.then((old) => old.logout());
    }
    return (await current.session).fetch(input, init);
  };
  return { fetch, logOut: async () => (await current?.session)?.logout() };
}

async function withdrawUnderReads(agency: Agency, citizen: BenchCitizen) {
  const { resource } = citizen;
  const grant = await untilItWorks(() => citizen.grant());
  const fetch = await untilItWorks(() => agency.exchangeGrant(grant, resource));
  let lastSuccess = 0;
  let refusals = 0;
  let reads = 0;
  const reading = (async () => {
    while (refusals < REFUSALS) {
      const status = await read(fetch, resource);
      reads++;
      if (status === 200) lastSuccess = performance.now();
      refusals = status === 401 || status === 403 ? refusals + 1 : 0;
    }
  })();
  while (lastSuccess === 0) await sleep(1);
  await untilItWorks(() => citizen.withdraw(grant));
  const withdrawnAt = performance.now();
  await reading;
  return { milliseconds: Math.max(0, lastSuccess - withdrawnAt), reads };
}

async function loseContact(
  agency: Agency,
  { grant, resource }: BenchCitizen,
  lose: () => Promise<number>,
) {
  const live = await untilItWorks(grant);
  const fetch = await untilItWorks(() => agency.exchangeGrant(live, resource));
  const restarts = await lose();
  const lostAt = performance.now();
  let lastSuccess = lostAt;
  let silenceStatus = 200;
  // on for a while after the first refusal, so that a success after it would be seen
  while (performance.now() - lostAt < LONGEST_SILENCE_MILLISECONDS) {
    silenceStatus = await read(fetch, resource);
    if (silenceStatus === 200) lastSuccess = performance.now();
    else await sleep(50);
  }
  return { restarts, silenceMilliseconds: lastSuccess - lostAt, silenceStatus };
}

async function read(fetch: Fetch, url: string): Promise<number> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status;
}

/** An instance that is killed takes requests with it; whoever asked asks again. */
async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(20);
    }
  }
}
