import { mkdtemp, rm } from 'node:fs/promises';
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
  sandboxCitizens,
  startDevStack,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';

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
});
