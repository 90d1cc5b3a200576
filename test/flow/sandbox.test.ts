import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agency, DecisionOutcome, ReadOutcome } from '@grondslag/agency';
import {
  accountOf,
  type Character,
  createCitizen,
  type DevStack,
  findFreePort,
  incomeQuestion,
  mandateOf,
  openAgency,
  readConsentGate,
  readOperatorKeys,
  sandboxCitizens,
  startDevStack,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { runGrondslag } from '../support/run-grondslag.ts';

const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' }, phone: '0900 0000' };
const HOUR = 3_600_000;

/** What an agency's own integration tests can rely on: `npm run demo -- --sandbox`. */
describe('the sandbox', () => {
  let folder: string;
  let stack: DevStack;
  let debtHelp: Agency;
  let fund: Agency;
  let citizens: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-sandbox-'));
    stack = await startDevStack({ port: await findFreePort(), folder, sandbox: true });
    debtHelp = openAgency(stack.addresses, accountOf(stack.accounts, 'waterdam'));
    fund = openAgency(stack.addresses, accountOf(stack.accounts, 'ouderenfonds'));
    citizens = sandboxCitizens(stack.addresses.vault);
  });
  afterAll(async () => {
    await Promise.all([debtHelp.close(), fund.close()]);
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const webIdOf = (name: Character | 'no-vault') => {
    const webId = citizens[name];
    assert(webId);
    return webId;
  };
  const ask = async (name: Character | 'no-vault') =>
    debtHelp.requestAccess({
      citizen: webIdOf(name),
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken op uw verzoek of schuldhulp bij u past.' },
      needs: [
        { claimType: g.IncomeCredential, reason: { nl: 'Uw inkomen telt mee.' }, required: true },
        { claimType: g.HouseholdCredential, reason: { nl: 'Uw gezin ook.' }, required: true },
      ],
      otherRoute,
      expiresAt: new Date(Date.now() + HOUR),
      consentGate: await readConsentGate(),
    });
  async function decisionOf(name: Character, timeoutSeconds = 20): Promise<DecisionOutcome> {
    const asked = await ask(name);
    assert(asked.status === 'requested');
    return debtHelp.waitForDecision(asked.request.id, { timeoutSeconds, pollSeconds: 1 });
  }
  async function readOf(name: Character): Promise<ReadOutcome> {
    const decided = await decisionOf(name);
    assert(decided.status === 'granted');
    return debtHelp.readClaims(decided.grant.id, { query: incomeQuestion });
  }
  const underLaw = (name: Character | 'no-vault', about = 'income-supplement') =>
    fund.requestLawfulAccess({
      mandate: mandateOf(stack.mandates, about),
      citizen: webIdOf(name),
      otherRoute,
    });

  it('has somebody without a vault', async () => {
    const expected = { status: 'no-vault', reason: 'no-profile', otherRoute };
    expect(await ask('no-vault')).toEqual(expected);
    expect(await underLaw('no-vault')).toEqual(expected);
  });

  it('has somebody who never answers', async () => {
    expect(await decisionOf('never-answers', 2)).toEqual({ status: 'pending', otherRoute });
  });

  it('has somebody who says no', async () => {
    const reason = 'Ik wil dit niet delen.';
    expect(await decisionOf('denies')).toEqual({ status: 'denied', reason, otherRoute });
  });

  it('has somebody who says yes to a part', async () => {
    expect(await decisionOf('partial')).toMatchObject({
      status: 'granted',
      notGranted: [{ claimType: g.HouseholdCredential }],
    });
  });

  it('has somebody who withdraws in the middle of a read, and nothing of it is handed over', async () => {
    const read = await readOf('withdraws');
    expect(read).toMatchObject({ status: 'no-access', reason: 'withdrawn', otherRoute });
    expect(JSON.stringify(read)).not.toContain('21500');
  });

  it('has somebody of whom the source withdrew a fact', async () => {
    const read = await readOf('source-revoked');
    assert(read.status === 'read' && read.answer.form === 'select');
    expect(read.answer.rows.map((row) => row['amount']?.value)).toEqual(['17900.00']);
    expect(read.leftOut).toMatchObject([{ reason: 'revoked' }]);
  });

  it('has somebody who objects, and then the access stands still', async () => {
    const given = await underLaw('objects');
    assert(given.status === 'allowed');
    const read = () => fund.readClaims(given.access.id, { query: incomeQuestion });
    await expect.poll(read, { timeout: 20_000 }).toMatchObject({
      status: 'no-access',
      reason: 'objected',
      otherRoute: { phone: '0900 1111' },
    });
    const objections = await fund.listObjections();
    expect(objections.map(({ objection }) => objection.citizen)).toContain(webIdOf('objects'));
    expect(await underLaw('objects')).toMatchObject({ status: 'suspended', otherRoute });
  });

  it('has somebody who is named in a mandate that ended yesterday', async () => {
    expect(await underLaw('mandate-ended', 'mandate-ended')).toMatchObject({
      status: 'refused',
      rule: 'mandate_ended',
      otherRoute,
    });
  });

  it('has somebody who is told in a month, and sees until then that something is kept back', async () => {
    const given = await underLaw('delayed-notice', 'delayed-notice');
    assert(given.status === 'allowed');
    const read = await fund.readClaims(given.access.id, { query: incomeQuestion });
    expect(read.status).toBe('read');
    const { addresses, accounts } = stack;
    const citizen = await createCitizen(addresses, accountOf(accounts, 'delayed-notice'));
    try {
      expect(await citizen.notices()).toEqual([
        { id: expect.any(String), delayed: true, until: expect.any(String) },
      ]);
      expect(await citizen.lawfulAccesses()).toEqual([]);
    } finally {
      await citizen.logOut();
    }
  });

  it('keeps a mandate about one citizen from every other', async () => {
    expect(await underLaw('partial', 'delayed-notice')).toMatchObject({
      status: 'refused',
      rule: 'subject_not_in_mandate',
    });
  });

  it('finds who misses out, after a dry run, and leaves alone who objected', async () => {
    const account = accountOf(stack.accounts, 'ouderenfonds');
    const at = (name: string) => join(folder, name);
    const lastYear = new Date().getFullYear() - 1;
    const whom = ['partial', 'withdraws', 'source-revoked', 'objects', 'no-vault'] as const;
    const files = {
      'grondslag.config.json': {
        ...{ webId: account.webId, oidcIssuer: stack.addresses.vault },
        ...{ clientId: account.clientId, clientSecret: account.clientSecret },
        ...{ authority: stack.addresses.authority, vaults: [stack.addresses.vault] },
        processingLog: 'processing.jsonl',
        operatorKeys: await readOperatorKeys(stack.addresses.authority),
      },
      'question.json': {
        mandate: mandateOf(stack.mandates, 'income-supplement'),
        query: `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?income ?amount WHERE {
  GRAPH ?income { ?citizen g:income [ g:year ?year ; g:amount ?amount ] }
  GRAPH ?home { ?citizen g:household [ g:adults 1 ] }
  FILTER (STR(?year) = "${lastYear}" && ?amount < 19000)
}`,
        reason: {
          nl: 'U woont alleen. Uw inkomen van vorig jaar was {amount} euro.',
          en: 'You live alone. Your income of last year was {amount} euros.',
        },
        letter: {
          title: { nl: 'Loopt u geld mis?', en: 'Do you miss out?' },
          offer: { nl: 'Wij bieden u een aanvulling aan.', en: 'We offer you a supplement.' },
          whatToDo: { nl: 'Bel ons.', en: 'Call us.' },
          from: { nl: 'Ouderenfonds', en: 'Ouderenfonds' },
        },
        otherRoute,
      },
    };
    for (const [name, content] of Object.entries(files)) {
      await writeFile(at(name), JSON.stringify(content), { mode: 0o600 });
    }
    await writeFile(at('citizens'), whom.map(webIdOf).join('\n'));
    const search = ['find-entitled', 'citizens', '--file', 'question.json', '--json'];

    const dry = await runGrondslag(folder, search);
    expect(dry.code, dry.err).toBe(0);
    const plan = JSON.parse(dry.out);
    expect(plan).toMatchObject({ basis: 'e', citizens: { total: 5 }, log: { told: 'at-once' } });
    await expect(readFile(at('processing.jsonl'))).rejects.toThrow('ENOENT');

    const run = await runGrondslag(folder, [...search, '--plan', plan.digest, '--out', 'found']);
    expect(run.code, run.err).toBe(0);
    expect(JSON.parse(run.out).counts).toEqual({
      ...{ approach: 1, 'does-not-qualify': 1, 'not-verified': 1, objected: 1, 'no-vault': 1 },
    });
    const linesOf = async (name: string) =>
      (await readFile(at(name), 'utf8'))
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
    const [found] = await linesOf('found/approach.jsonl');
    expect(found).toMatchObject({
      citizen: webIdOf('partial'),
      facts: [{ amount: { value: '18250.00' } }],
      restsOn: [{ claimType: g.IncomeCredential }],
    });
    expect(await readFile(at(`found/${found.letter}`), 'utf8')).toContain('was 18.250 euro');
    const kept = ['plan.json', 'approach.jsonl', 'other-route.jsonl'].map(
      (name) => `found/${name}`,
    );
    const texts = await Promise.all(kept.map((name) => readFile(at(name), 'utf8')));
    expect(texts.join('')).not.toContain(webIdOf('objects'));
    expect(texts[0]).toContain('Een medewerker kijkt na voordat er een brief uitgaat.');
    const log = await linesOf('found/log.jsonl');
    expect(log).toHaveLength(3);
  });
});
