import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Account,
  accountOf,
  type Citizen,
  createCitizen,
  incomeQuestion,
  readConsentGate,
  readOperatorKeys,
} from '@grondslag/dev-stack';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { reportAnError } from '../screens/report-an-error.ts';
import { runGrondslag } from '../support/run-grondslag.ts';

/** The same five steps from a terminal, with the built command. */
describe('grondslag request, wait, read, log', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const account = accounts.find(({ role }) => role === 'agency');
  const anna = accounts.find(({ name }) => name === 'Anna de Wit');
  assert(account && anna);
  let folder: string;
  let citizen: Citizen;
  let requestId: string;
  let grantId: string;

  const grondslag = (...args: string[]) => runGrondslag(folder, args);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-cli-'));
    citizen = await createCitizen(addresses, anna);
    const operatorKeys = await readOperatorKeys(addresses.authority);
    const configOf = ({ webId, clientId, clientSecret }: Account) => ({
      ...{ webId, clientId, clientSecret },
      oidcIssuer: addresses.vault,
      authority: addresses.authority,
      vaults: [addresses.vault],
      processingLog: 'processing.jsonl',
      operatorKeys,
    });
    const configs = {
      'grondslag.config.json': configOf(account),
      'source.config.json': configOf(accountOf(accounts, 'inkomensregister')),
    };
    const question = {
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
      needs: [{ claimType: 'income', reason: { nl: 'Uw inkomen telt mee.' }, required: true }],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
      validForDays: 1,
      consentGate: await readConsentGate(),
    };
    for (const [name, config] of Object.entries(configs)) {
      await writeFile(join(folder, name), JSON.stringify(config), { mode: 0o600 });
    }
    await writeFile(join(folder, 'question.json'), JSON.stringify(question));
    await writeFile(join(folder, 'incomes.rq'), incomeQuestion);
  });
  afterAll(async () => {
    await citizen.logOut();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks', async () => {
    const { code, out } = await grondslag('request', 'question.json', '--json');
    expect(code).toBe(0);
    requestId = JSON.parse(out).request.id;
    expect(requestId).toMatch(new RegExp(`^${addresses.authority}vc/`));
  });

  it('says that there is no decision yet, with the other route, and exit status 3', async () => {
    const { code, out, err } = await grondslag('wait', requestId, '--timeout', '0');
    expect(code).toBe(3);
    expect(out + err).toContain('Vraag het formulier aan de balie.');
  });

  it('learns of the decision', async () => {
    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    const seen = await citizen.seeRequest(requestId);
    grantId = (await citizen.approve(seen, [resource], new Date(Date.now() + 3_600_000))).id;
    const { code, out } = await grondslag('wait', requestId, '--timeout', '10', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'granted', grant: { id: grantId } });
  });

  it('reads, and shows who stands behind the answer', async () => {
    const { code, out } = await grondslag('read', grantId, '--file', 'incomes.rq');
    expect(code).toBe(0);
    expect(out).toContain('19875.50');
    expect(out).toContain('inkomensregister');
  });

  it('says that the citizen disputes what it read, until the source answers from its own terminal', async () => {
    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    const report = await reportAnError(addresses, citizen, resource);
    const read = async () => (await grondslag('read', grantId, '--file', 'incomes.rq')).out;
    expect(await read()).toContain(`Disputed: ${resource}.`);
    const asSource = (...args: string[]) =>
      grondslag('corrections', ...args, '--config', 'source.config.json');
    const { out } = await asSource('list', '--state', 'received');
    expect(out).toContain(report);
    expect(out).toContain('amount: should be “15.310,40”');
    const by = ['--by', 'R. Register', '--role', 'Medewerker gegevens'];
    await asSource('answer', report, '--outcome', 'in-examination', ...by);
    const rejected = ['--outcome', 'rejected', '--reasons', 'Uw werkgever bevestigt het.'];
    expect(await asSource('answer', report, ...rejected, ...by)).toMatchObject({ code: 0 });
    expect(await read()).not.toContain('Disputed');
  });

  it('reports an error to the source, and hears what came of it', async () => {
    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    const { out } = await grondslag('read', grantId, '--kind', 'income', '--json');
    await writeFile(join(folder, 'read.json'), out);
    const about = ['--from', 'read.json', '--resource', resource, '--field', 'amount'];
    const doubt = ['--doubt', 'citizen-says-otherwise', '--json'];
    const reported = await grondslag('corrections', 'report', grantId, ...about, ...doubt);
    expect(reported).toMatchObject({ code: 0 });
    const { correction } = JSON.parse(reported.out);
    expect(correction).toMatchObject({ citizen: citizen.webId, fields: [{ name: 'amount' }] });
    const answer = [
      'answer',
      correction.id,
      '--by',
      'R. Register',
      '--role',
      'Medewerker gegevens',
    ];
    const corrected = ['--outcome', 'corrected', '--config', 'source.config.json'];
    expect(await grondslag('corrections', ...answer, ...corrected)).toMatchObject({ code: 0 });
    const listed = await grondslag('corrections', 'list', '--state', 'corrected');
    expect(listed.out).toContain(correction.id);
    expect(listed.out).toContain('citizen-says-otherwise, says ');
  });

  it('hears what happened, and sees who takes part', async () => {
    const { out } = await grondslag('events', '--after', '0', '--timeout', '1', '--json');
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ subject: grantId }));
    expect((await grondslag('participant', 'list')).out).toContain(
      `admitted  agency  ${account.webId}`,
    );
  });

  it('shows its own processing record, without the citizen in it', async () => {
    const { code, out } = await grondslag('log');
    expect(code).toBe(0);
    expect(out.trim()).not.toBe('');
    expect(out).not.toContain(citizen.webId);
  });

  it('has events sent to a server of its own, and ends that', async () => {
    const added = await grondslag('webhooks', 'add', 'https://agency.example/events', '--json');
    expect(added).toMatchObject({ code: 0 });
    const { id, secretFile } = JSON.parse(added.out);
    expect(await readFile(join(folder, secretFile), 'utf8')).toMatch(/^whsec_/);
    expect((await grondslag('webhooks', 'list')).out).toContain(`active  ${id}`);
    expect(await grondslag('webhooks', 'remove', id)).toMatchObject({ code: 0 });
    expect((await grondslag('webhooks', 'list')).out).toContain('No webhooks.');
    expect(await grondslag('webhooks', 'remove', id)).toMatchObject({ code: 1 });
    const inside = await grondslag('webhooks', 'add', 'http://127.0.0.1:7999/', '--out', 'no');
    expect(inside.err).toContain('url_not_allowed');
  });

  it('refuses after the withdrawal', async () => {
    await citizen.withdraw(grantId);
    const { code, out } = await grondslag('read', grantId, '--file', 'incomes.rq', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ status: 'no-access', reason: 'withdrawn' });
  });

  it('explains wrong usage', async () => {
    const { code, err } = await grondslag('reed', grantId);
    expect(code).toBe(2);
    expect(err).toContain('grondslag help');
  });
});
