import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Agency } from '@grondslag/agency';
import {
  type DevStack,
  findFreePort,
  readOperatorKeys,
  sandboxCitizens,
  startDevStack,
} from '@grondslag/dev-stack';
import { askAndRead } from '../src/ask-and-read.ts';
import { openAgency } from '../src/open-agency.ts';
import { otherRoute } from '../src/question.ts';

// A vault server, an authority and citizens who act by themselves, on this machine.
let stack: DevStack;
let agency: Agency;
let citizens: Readonly<Record<string, string>>;

before(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  stack = await startDevStack({ port: await findFreePort(), folder, sandbox: true });
  const { addresses, accounts } = stack;
  const account = accounts.find(({ webId }) => webId.includes('/waterdam/'));
  assert(account);
  const { webId, clientId, clientSecret } = account;
  const registration = {
    ...{ webId, clientId, clientSecret, oidcIssuer: addresses.vault },
    ...{ authority: addresses.authority, vaults: [addresses.vault] },
    operatorKeys: await readOperatorKeys(addresses.authority),
  };
  agency = openAgency(registration, folder);
  citizens = sandboxCitizens(addresses.vault);
});

after(async () => {
  await agency?.close();
  await stack?.stop();
});

const ask = (name: string, timeoutSeconds?: number) =>
  askAndRead(agency, citizens[name] as string, timeoutSeconds);

test('a citizen who says yes: verified facts, and who signed them', async () => {
  const outcome = await ask('partial');
  assert(outcome.route === 'vault');
  assert(outcome.rows.length > 0);
  for (const { signedBy } of outcome.rows) assert.match(signedBy, /\w/);
});

test('a fact that its source took back is no fact', async () => {
  const outcome = await ask('source-revoked');
  assert(outcome.route === 'vault');
  assert.equal(outcome.rows.length, 1);
});

test('everybody else: the other route', async () => {
  assert.deepEqual(await ask('denies'), { route: 'other', because: 'denied', otherRoute });
  assert.deepEqual(await ask('no-vault'), { route: 'other', because: 'no-vault', otherRoute });
  assert.deepEqual(await ask('never-answers', 2), {
    route: 'other',
    because: 'pending',
    otherRoute,
  });
});
