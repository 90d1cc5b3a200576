import { parseArgs } from 'node:util';
import { addressesFrom, DEFAULT_PORT } from '../addresses.ts';
import { createSource } from '../placing/create-source.ts';
import { logIn } from '../seed/log-in.ts';
import { stackFolder } from '../stack-folder.ts';
import { accountOf, officialKey, readStackState } from '../stack-state.ts';
import { type DevStack, startDevStack } from '../start-dev-stack.ts';
import { createCitizen } from '../story/citizen.ts';
import { openAgency } from '../story/open-agency.ts';
import { createTelling, StoryError, type Telling } from '../story/tell.ts';
import { tellWithAgencySdk } from '../story/with-agency-sdk.ts';
import { tellWithInruptLibrary } from '../story/with-inrupt-library.ts';
import { tellWithLegalBases } from '../story/with-legal-bases.ts';
import { explainFailure, parsePort, progressTo } from './terminal.ts';

const usage = `npm run story [-- --port N]
  Lives the five steps without a browser, against the stack that runs at this port (default ${DEFAULT_PORT}),
  or one it starts and stops itself. Exits 0 only if every step holds, the refusals included.`;

type Stage = Pick<DevStack, 'addresses' | 'accounts' | 'officialKeys' | 'mandates' | 'stop'>;

/** The stack that already runs on this port, if it is one of ours. */
async function findRunningStack(port: number): Promise<Stage | undefined> {
  const addresses = addressesFrom(port);
  const state = await readStackState(stackFolder(port));
  if (state?.phase !== 'ready') return undefined;
  try {
    for (const address of [addresses.vault, addresses.authority, addresses.sources]) {
      await fetch(address, { signal: AbortSignal.timeout(2_000) });
    }
  } catch {
    return undefined;
  }
  const { accounts, officialKeys, mandates } = state;
  return { addresses, accounts, officialKeys, mandates, stop: async () => {} };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = parsePort(values.port) ?? DEFAULT_PORT;
  const onProgress = progressTo(process.stderr);
  const stage =
    (await findRunningStack(port)) ??
    (await startDevStack({ port, folder: stackFolder(port), onProgress }));
  try {
    await tellStory(stage);
  } finally {
    await stage.stop();
  }
}

async function tellStory(stage: Stage): Promise<void> {
  const { addresses, accounts } = stage;
  const [citizenAccount] = accounts.filter(({ role }) => role === 'citizen');
  const [first, second] = accounts.filter(({ role }) => role === 'agency');
  const incomes = accounts.find(({ role, name }) => role === 'source' && /inkomen/i.test(name));
  if (!citizenAccount || !first || !second || !incomes)
    throw new StoryError('The stack has too few accounts.');
  const telling = createTelling(console.log);
  const citizen = await createCitizen(addresses, citizenAccount);
  const source = await createSource(addresses, incomes);
  const agency = openAgency(addresses, first);
  const otherAgency = openAgency(addresses, second);
  try {
    await tellWithAgencySdk(telling, agency, otherAgency, citizen, source);
  } finally {
    await agency.close();
    await otherAgency.close();
  }
  const [firstLogin, secondLogin] = await Promise.all(
    [first, second].map((account) => logIn(addresses.vault, account)),
  );
  if (!firstLogin || !secondLogin) throw new StoryError('The agencies could not log in.');
  await tellWithInruptLibrary(
    telling,
    addresses,
    { webId: first.webId, fetch: firstLogin.fetch },
    { webId: second.webId, fetch: secondLogin.fetch },
    citizen,
    source,
  );
  await citizen.logOut();
  await tellLegalBases(telling, stage);
  telling.title('Every step held.');
}

async function tellLegalBases(
  telling: Telling,
  { addresses, accounts, officialKeys, mandates }: Stage,
): Promise<void> {
  const pensioner = await createCitizen(addresses, accountOf(accounts, 'gerrit'));
  const fund = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
  const council = openAgency(addresses, accountOf(accounts, 'zuiderhaven'));
  const keys = { officialKeys, vault: addresses.vault };
  const councilKey = await officialKey(keys, 'zuiderhaven');
  try {
    await tellWithLegalBases(telling, { fund, pensioner, council, councilKey, mandates });
  } finally {
    await Promise.all([fund.close(), council.close(), pensioner.logOut()]);
  }
}

main()
  .then(() => process.exit(process.exitCode ?? 0))
  .catch((error: unknown) => {
    if (error instanceof StoryError) {
      console.error(`\n${error.message}\n`);
      process.exitCode = 1;
    } else {
      explainFailure(error, usage);
    }
    process.exit(process.exitCode);
  });
