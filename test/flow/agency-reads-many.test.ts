import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessingLog } from '@grondslag/agency';
import {
  accountOf,
  type Citizen,
  createCitizen,
  incomeQuestion,
  mandateOf,
  openAgency,
  readConsentGate,
  readOperatorKeys,
} from '@grondslag/dev-stack';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { grondslagCommand, runGrondslag } from '../support/run-grondslag.ts';

const GRANTS = 24;

describe('an agency reads many', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const account = accounts.find(({ role }) => role === 'agency');
  const anna = accounts.find(({ name }) => name === 'Anna de Wit');
  assert(account && anna);
  const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };
  let folder: string;
  let citizen: Citizen;
  const grants: string[] = [];
  const at = (name: string) => join(folder, name);
  const linesOf = async (name: string) =>
    (await readFile(at(name), 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const args = [
    ...['read-many', 'accesses', '--file', 'incomes.rq', '--at-once', '2'],
    ...['--out', 'out.jsonl', '--checkpoint', 'run.checkpoint'],
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-many-'));
    citizen = await createCitizen(addresses, anna);
    const agency = openAgency(addresses, account);
    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    const until = new Date(Date.now() + 3_600_000);
    for (let count = 0; count < GRANTS; count += 1) {
      const asked = await agency.requestAccess({
        citizen: citizen.webId,
        purpose: 'https://w3id.org/dpv#ServiceProvision',
        purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
        needs: [
          { claimType: g.IncomeCredential, reason: { nl: 'Uw inkomen telt mee.' }, required: true },
        ],
        otherRoute,
        expiresAt: until,
        consentGate: await readConsentGate(),
      });
      assert(asked.status === 'requested');
      grants.push((await citizen.approve(asked.request, [resource], until)).id);
    }
    await agency.close();
    const config = {
      webId: account.webId,
      oidcIssuer: addresses.vault,
      clientId: account.clientId,
      clientSecret: account.clientSecret,
      authority: addresses.authority,
      vaults: [addresses.vault],
      processingLog: 'processing.jsonl',
      operatorKeys: await readOperatorKeys(addresses.authority),
    };
    await writeFile(at('grondslag.config.json'), JSON.stringify(config), { mode: 0o600 });
    await writeFile(at('incomes.rq'), incomeQuestion);
    await writeFile(at('accesses'), grants.join('\n'));
  });
  afterAll(async () => {
    await citizen.logOut();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on after it was killed: nothing is lost, nothing finished is read again or written twice', async () => {
    const [withdrawn = ''] = grants.slice(-1);
    await citizen.withdraw(withdrawn);
    const killed = spawn(process.execPath, [grondslagCommand, ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = once(killed, 'exit');
    while ((await linesOf('out.jsonl')).length < 5 && killed.exitCode === null) await sleep(5);
    killed.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    const finished = (await linesOf('run.checkpoint'))
      .slice(1)
      .map((line) => String(JSON.parse(line)[0]));
    expect(finished.length).toBeGreaterThan(0);

    const { code, out } = await runGrondslag(folder, [...args, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      finishedBefore: finished.length,
      counts: { 'no-access: withdrawn': 1, read: GRANTS - 1 - finished.length },
    });
    const outcomes = (await linesOf('out.jsonl')).map((line) => JSON.parse(line));
    expect(outcomes).toHaveLength(GRANTS);
    expect(new Set(outcomes.map(({ access }) => access))).toEqual(new Set(grants));
    const read = outcomes.filter(({ status }) => status === 'read');
    expect(read).toHaveLength(GRANTS - 1);
    expect(JSON.stringify(read[0].answer)).toContain('19875.50');

    const { records } = await readProcessingLog(at('processing.jsonl'));
    const timesRead = (access: string) =>
      records.filter(({ attributes }) => attributes['grondslag.access_grant'] === access).length;
    for (const access of finished) expect(timesRead(access)).toBe(1);
    for (const access of grants.slice(0, -1)) expect(timesRead(access)).toBeGreaterThan(0);
  });

  it('says of lawful access what a single read says of it', async () => {
    const fund = openAgency(addresses, accountOf(accounts, 'ouderenfonds'));
    try {
      const given = await fund.requestLawfulAccess({
        mandate: mandateOf(inject('mandates'), 'income-supplement'),
        citizen: accountOf(accounts, 'gerrit').webId,
        otherRoute,
      });
      assert(given.status === 'allowed');
      const { id } = given.access;
      const single = await fund.readClaims(id, { query: incomeQuestion });
      for await (const { access, outcome } of fund.readMany([id], { query: incomeQuestion })) {
        assert(outcome.status === 'read' && single.status === 'read');
        expect([access, outcome.answer]).toEqual([id, single.answer]);
      }
    } finally {
      await fund.close();
    }
  });
});
