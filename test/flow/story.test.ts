import {
  accountOf,
  type Citizen,
  createCitizen,
  createSource,
  createTelling,
  logIn,
  officialKey,
  openAgency,
  type Source,
  tellWithAgencySdk,
  tellWithInruptLibrary,
  tellWithLegalBases,
} from '@grondslag/dev-stack';
import { afterAll, assert, beforeAll, expect, inject, it } from 'vitest';

// what `npm run story` tells, refusals included; a step that does not hold throws
const addresses = inject('addresses');
const accounts = inject('accounts');
const [first, second] = accounts.filter(({ role }) => role === 'agency');
const anna = accounts.find(({ name }) => name === 'Anna de Wit');
const incomes = accounts.find(({ name }) => name === 'Inkomensregister (voorbeeld)');
assert(first && second && anna && incomes);
let citizen: Citizen;
let source: Source;

beforeAll(async () => {
  citizen = await createCitizen(addresses, anna);
  source = await createSource(addresses, incomes);
});
afterAll(async () => {
  await citizen.logOut();
  await source.logOut();
});

it('holds with the agency SDK', async () => {
  const lines: string[] = [];
  const agencies = [openAgency(addresses, first), openAgency(addresses, second)] as const;
  try {
    await tellWithAgencySdk(
      createTelling((line) => lines.push(line)),
      ...agencies,
      citizen,
      source,
    );
  } finally {
    for (const agency of agencies) await agency.close();
  }
  expect(lines.filter((line) => line.includes('✓'))).toHaveLength(15);
});

it('holds with the unmodified Inrupt library on both sides', async () => {
  const lines: string[] = [];
  const sessions = await Promise.all([first, second].map((one) => logIn(addresses.vault, one)));
  const [caller, otherCaller] = sessions.map(({ fetch }, index) => ({
    webId: [first, second][index]?.webId ?? '',
    fetch,
  }));
  assert(caller && otherCaller);
  try {
    const telling = createTelling((line) => lines.push(line));
    await tellWithInruptLibrary(telling, addresses, caller, otherCaller, citizen, source);
  } finally {
    for (const session of sessions) await session.logout();
  }
  expect(lines.filter((line) => line.includes('✓'))).toHaveLength(11);
});

it('holds under a law, and without one', async () => {
  const lines: string[] = [];
  const vault = addresses.vault;
  const [fund, council] = (['ouderenfonds', 'zuiderhaven'] as const).map((slug) =>
    openAgency(addresses, accountOf(accounts, slug)),
  );
  const pensioner = await createCitizen(addresses, accountOf(accounts, 'gerrit'));
  assert(fund && council);
  const councilKey = await officialKey(
    { vault, officialKeys: inject('officialKeys') },
    'zuiderhaven',
  );
  try {
    const telling = createTelling((line) => lines.push(line));
    await tellWithLegalBases(telling, {
      ...{ fund, council, pensioner, councilKey },
      mandates: inject('mandates'),
    });
  } finally {
    await Promise.all([fund.close(), council.close(), pensioner.logOut()]);
  }
  expect(lines.filter((line) => line.includes('✓'))).toHaveLength(15);
});
