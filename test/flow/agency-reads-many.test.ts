import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAgency, Income, readProcessingLog } from '@grondslag/agency';
import { openSharedRuns } from '@grondslag/agency/shared-runs';
import { startPostgres } from '@grondslag/authority/test-support/start-postgres';
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

/** Income of last year by citizen; each gives as many grants. Nobody else counts what these two allowed. */
const INCOMES = { bram: '14320.00', wim: '21400.00' };
const GRANTS_EACH = 12;
const GRANTS = GRANTS_EACH * Object.keys(INCOMES).length;

describe('an agency reads many', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const account = accounts.find(({ role }) => role === 'agency');
  assert(account);
  const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };
  let folder: string;
  const citizens: Citizen[] = [];
  const grants: string[] = [];
  const giverOf = (number: number) => citizens[Math.floor(number / GRANTS_EACH)] as Citizen;
  const at = (name: string) => join(folder, name);
  const linesOf = async (name: string) =>
    (await readFile(at(name), 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const args = [
    ...['read-many', 'accesses', '--file', 'incomes.rq', '--at-once', '2'],
    ...['--out', 'out.jsonl', '--checkpoint', 'run.checkpoint'],
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-many-'));
    const agency = openAgency(addresses, account);
    const until = new Date(Date.now() + 3_600_000);
    const file = `facts/income/${new Date().getFullYear() - 1}`;
    for (const slug of Object.keys(INCOMES)) {
      const citizen = await createCitizen(addresses, accountOf(accounts, slug));
      citizens.push(citizen);
      for (let count = 0; count < GRANTS_EACH; count += 1) {
        const asked = await agency.requestAccess({
          citizen: citizen.webId,
          purpose: 'https://w3id.org/dpv#ServiceProvision',
          purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
          needs: [
            { claimType: g.IncomeCredential, reason: { nl: 'Uw inkomen telt.' }, required: true },
          ],
          otherRoute,
          expiresAt: until,
          consentGate: await readConsentGate(),
        });
        assert(asked.status === 'requested');
        const resource = new URL(file, citizen.storage).href;
        grants.push((await citizen.approve(asked.request, [resource], until)).id);
      }
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
    // Others use these citizens too.
    for (const [number, grant] of grants.entries()) await giverOf(number).withdraw(grant);
    await Promise.all(citizens.map((citizen) => citizen.logOut()));
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on after it was killed: nothing is lost, nothing finished is read again or written twice', async () => {
    await giverOf(GRANTS - 1).withdraw(grants.at(-1) ?? '');
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
    for (const amount of Object.values(INCOMES)) expect(JSON.stringify(read)).toContain(amount);

    const { records } = await readProcessingLog(at('processing.jsonl'));
    const timesRead = (access: string) =>
      records.filter(({ attributes }) => attributes['grondslag.access_grant'] === access).length;
    for (const access of finished) expect(timesRead(access)).toBe(1);
    for (const access of grants.slice(0, -1)) expect(timesRead(access)).toBeGreaterThan(0);
  });

  it('is shared by workers over PostgreSQL: one is killed, nothing is lost or there twice', async () => {
    const postgres = await startPostgres();
    const connectionString = await postgres.createDatabase();
    const env = { ...process.env, GRONDSLAG_RUNS_DATABASE: connectionString };
    const start = (...more: string[]) => {
      const child = spawn(process.execPath, [grondslagCommand, ...more], {
        ...{ cwd: folder, env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return { child, ended: once(child, 'exit') };
    };
    const runs = await openSharedRuns({ agency: account.webId, connectionString });
    try {
      const asked = ['read-many', 'accesses', '--file', 'incomes.rq', '--run', 'december'];
      const whole = start(...asked, '--out', 'shared.jsonl');
      const progress = async () => (await runs.list())[0];
      const killed = start('work', '--at-once', '1');
      while (!((await progress())?.done ?? 0)) await sleep(5);
      killed.child.kill('SIGKILL');
      expect((await killed.ended)[1]).toBe('SIGKILL');
      const atKill = await progress();
      expect(atKill).toMatchObject({ name: 'december', total: GRANTS, failed: 0 });
      expect(atKill?.done).toBeLessThan(GRANTS);
      const others = [start('work', '--once'), start('work', '--once')];
      for (const { ended } of [whole, ...others]) expect((await ended)[0]).toBe(0);
      const outcomes = (await linesOf('shared.jsonl')).map((line) => JSON.parse(line));
      expect(outcomes.map(({ access }) => access)).toEqual(grants);
      const alone = (await linesOf('out.jsonl')).map((line) => JSON.parse(line));
      const found = (lines: typeof alone) =>
        new Map(
          lines.map(({ access, status, reason, answer }) => [access, { status, reason, answer }]),
        );
      expect(found(outcomes)).toEqual(found(alone));
      expect(await runs.list()).toEqual([]);
    } finally {
      await runs.close();
      await postgres.close();
    }
  });

  it('hears a citizen who withdraws after the authority was asked: no token is given, and none is honoured', async () => {
    const [before = '', after = ''] = [grants[0], grants[GRANTS_EACH]];
    const waiting = new Map([
      // Asked for a ticket; the grant was looked up by then.
      [before, (request: Headers) => !request.has('authorization')],
      // The token is there.
      [after, (request: Headers) => request.has('authorization')],
    ]);
    for (const [grant, isTime] of waiting) {
      let isWithdrawn = false;
      const agency = createAgency({
        ...{ webId: account.webId, oidcIssuer: addresses.vault, vaults: [addresses.vault] },
        ...{ clientId: account.clientId, clientSecret: account.clientSecret },
        authority: addresses.authority,
        recordProcessing: async () => undefined,
        async fetch(input, init) {
          const isRead = String(input).includes('/facts/income/');
          if (isWithdrawn || !isRead || !isTime(new Headers(init?.headers))) {
            return fetch(input, init);
          }
          isWithdrawn = true;
          await giverOf(grants.indexOf(grant)).withdraw(grant);
          // The vault server hears of it within a second.
          for (;;) {
            const answer = await fetch(input, init);
            if (answer.status === 401) return answer;
            await answer.body?.cancel();
            await sleep(50);
          }
        },
      });
      try {
        for await (const { outcome } of agency.readMany([grant], Income)) {
          expect(outcome).toMatchObject({ status: 'no-access', reason: 'withdrawn' });
        }
        expect(isWithdrawn).toBe(true);
      } finally {
        await agency.close();
      }
    }
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
