import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@grondslag/dev-stack';
import { checkEverything } from './check/check-everything.ts';
import { checkTouched } from './check/check-touched.ts';
import { addFindings, type Findings, noFindings } from './check/findings.ts';
import { followFeed } from './check/follow-feed.ts';
import { SOURCE } from './load/bodies.ts';
import { type Client, createClient } from './load/client.ts';
import { runLoad } from './load/run-load.ts';
import { acknowledgedSoFar, createTally, type Tally } from './load/tally.ts';
import { createRandom, type Random } from './random.ts';
import type { CrashableStore } from './stores/store.ts';
import { type OutsideWorld, startOutsideWorld } from './world/outside-world.ts';
import type { Person } from './world/person.ts';
import { type AuthorityProcess, startAuthority } from './world/start-authority.ts';

const CLIENTS = 16;
/** A crash comes after so many at most. */
const MOST_ACKNOWLEDGEMENTS = 120;
/** So often a start is killed too, so that a recovery is cut off. */
const KILLED_START = 0.1;
const LONGEST_START_MILLISECONDS = 1_500;

/** What crashing one store gave. */
export interface CrashOutcome extends Findings, Tally {
  readonly store: string;
  readonly rounds: number;
  readonly killedStarts: number;
  readonly openMilliseconds: readonly number[];
}

/** Crashes a store again and again under load, and looks each time whether everything acknowledged is there. */
export async function crashRounds(
  store: CrashableStore,
  {
    rounds,
    seed,
    folder,
    progress,
  }: {
    readonly rounds: number;
    readonly seed: number;
    readonly folder: string;
    readonly progress: (text: string) => void;
  },
): Promise<CrashOutcome> {
  const random = createRandom(seed);
  const tally = createTally();
  const found = noFindings();
  const openMilliseconds: number[] = [];
  let killedStarts = 0;
  const world = await startOutsideWorld();
  const baseUrl = `http://localhost:${await findFreePort()}/`;
  const source = await world.person('source');
  const configFile = writeConfig(folder, { baseUrl, world, store, source });
  const clients = await createClients({ baseUrl, world, random, tally, source });
  const feed = followFeed(baseUrl, world);
  let authority: AuthorityProcess | undefined;
  const start = async () => {
    const again = await startAuthority(configFile);
    if (again) openMilliseconds.push(again.openMilliseconds);
    return again;
  };
  const killIt = () => void authority?.kill();
  process.prependOnceListener('exit', killIt);
  try {
    authority = await start();
    for (let round = 1; round <= rounds; round++) {
      const ending = new AbortController();
      const load = runLoad(clients, tally, ending.signal);
      await letThemWork(tally, load, random.between(1, MOST_ACKNOWLEDGEMENTS));
      if (authority) authority = await store.crash(authority, random);
      ending.abort();
      await load;
      if (!authority && random.chance(KILLED_START)) {
        killedStarts++;
        authority = await startAuthority(configFile, random.between(0, LONGEST_START_MILLISECONDS));
      }
      authority ??= await start();
      addFindings(found, await checkTouched(baseUrl, clients, feed));
      if (round % 10 === 0 || round === rounds) progress(`round ${round} of ${rounds}`);
    }
    progress('looking up everything');
    addFindings(found, await checkEverything(baseUrl, clients, { world, source }));
    await authority?.stop();
  } catch (cause) {
    throw new Error(`Broken off; the authority's last words:\n${authority?.log()}`, { cause });
  } finally {
    process.off('exit', killIt);
    await authority?.kill();
    await world.close();
  }
  return { store: store.name, rounds, killedStarts, openMilliseconds, ...tally, ...found };
}

/** Not a time: a cold or busy machine would crash with nothing done. */
async function letThemWork(tally: Tally, load: Promise<void>, acknowledgements: number) {
  const enough = acknowledgedSoFar(tally) + acknowledgements;
  const ended = load.then(() => true);
  while (acknowledgedSoFar(tally) < enough) {
    if (await Promise.race([ended, sleep(2)])) return;
  }
}

function writeConfig(
  folder: string,
  {
    baseUrl,
    world,
    store,
    source,
  }: {
    readonly baseUrl: string;
    readonly world: OutsideWorld;
    readonly store: CrashableStore;
    readonly source: Person;
  },
): string {
  const file = join(folder, 'authority.json');
  const config = {
    baseUrl,
    port: Number(new URL(baseUrl).port),
    ...store.config,
    vaults: [{ baseUrl: world.url, secret: world.secret }],
    oidcIssuers: [world.url],
    participants: {
      agencies: [],
      sources: [
        {
          ...{ id: SOURCE, webId: source.webId, name: { nl: 'Bron' }, keys: {} },
          claimTypes: ['https://w3id.org/grondslag/terms#IncomeCredential'],
          statusLists: `${SOURCE}status/`,
        },
      ],
    },
    rateLimits: { anonymous: false, client: false, subject: false },
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}

async function createClients({
  world,
  random,
  ...shared
}: {
  readonly baseUrl: string;
  readonly world: OutsideWorld;
  readonly random: Random;
  readonly tally: Tally;
  readonly source: Person;
}): Promise<Client[]> {
  const clients: Client[] = [];
  for (let number = 1; number <= CLIENTS; number++) {
    clients.push(
      createClient({
        ...{ ...shared, world },
        agency: await world.person(`agency${number}`),
        citizen: await world.person(`citizen${number}`),
        random: createRandom(random.between(0, 2 ** 32)),
      }),
    );
  }
  return clients;
}
