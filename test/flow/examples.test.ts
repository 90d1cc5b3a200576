import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  accountOf,
  type Citizen,
  createCitizen,
  incomeQuestion,
  mandateOf,
  openAgency,
} from '@grondslag/dev-stack';
import { participantsSchema } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type SampleFolder, writeSamples } from '../documents/samples/check-types.ts';
import { readSamples } from '../documents/samples/read-samples.ts';
import { performSamples } from '../support/perform-samples.ts';

/** The programs of `examples/`, each as its reader runs it: others' software at our authority and vault server. */
describe('examples', () => {
  const addresses = inject('addresses');
  const account = accountOf(inject('accounts'), 'oostpolder');
  const { PYTHON: python = 'python3' } = process.env;
  const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };
  let citizen: Citizen;
  let resource: string;
  let folder: string;
  const given: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-examples-'));
    citizen = await createCitizen(addresses, accountOf(inject('accounts'), 'bram'));
    resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
  });
  afterAll(async () => {
    for (const grant of given) await citizen.withdraw(grant);
    await citizen.logOut();
    await rm(folder, { recursive: true, force: true });
  });

  function start(command: string, file: string, args: readonly string[]): ChildProcess {
    const path = fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
    const env = {
      PATH: process.env['PATH'],
      GRONDSLAG_WEB_ID: account.webId,
      GRONDSLAG_OIDC_ISSUER: addresses.vault,
      GRONDSLAG_CLIENT_ID: account.clientId,
      GRONDSLAG_CLIENT_SECRET: account.clientSecret,
      GRONDSLAG_AUTHORITY: addresses.authority,
      GRONDSLAG_VAULTS: addresses.vault,
    };
    return spawn(command, [path, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Lines it prints; `onFirst` is told the first, while it goes on. */
  async function finish(running: ChildProcess, onFirst?: (line: string) => Promise<void>) {
    assert(running.stdout && running.stderr);
    const errors: Buffer[] = [];
    running.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const ended = once(running, 'close');
    const lines: string[] = [];
    try {
      for await (const line of createInterface(running.stdout)) {
        lines.push(line);
        if (lines.length === 1) await onFirst?.(line);
      }
    } catch (error) {
      running.kill();
      throw error;
    }
    const [code] = await ended;
    expect(code, Buffer.concat(errors).toString()).toBe(0);
    return lines;
  }

  async function sayYes(request: string) {
    const asked = await citizen.seeRequest(request);
    const until = new Date(Date.now() + 300_000);
    given.push((await citizen.approve(asked, [resource], until)).id);
  }

  it('with-inrupt-sdk.ts: the unmodified Inrupt library asks and reads', async () => {
    const running = start(process.execPath, 'with-inrupt-sdk.ts', [citizen.webId, resource]);
    const [, ...fact] = await finish(running, sayYes);
    expect(JSON.parse(fact.join('\n'))).toMatchObject({ credentialSubject: { id: citizen.webId } });
  });

  it('with-comunica.ts: plain Comunica queries with a fetch that carries the grant', async () => {
    const agency = openAgency(addresses, account);
    const asked = await agency.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
      needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Het telt.' }, required: true }],
      otherRoute,
      expiresAt: new Date(Date.now() + 600_000),
    });
    await agency.close();
    assert(asked.status === 'requested');
    await sayYes(asked.request.id);
    const running = start(process.execPath, 'with-comunica.ts', [asked.request.id, resource]);
    expect(await finish(running)).toEqual(['14320.00']);
  });

  it('agency.py: Python asks and reads by the OpenAPI document alone', async () => {
    const question = join(folder, 'question.json');
    const need = {
      resource,
      claimType: g.IncomeCredential,
      reason: { nl: 'Het telt.' },
      required: true,
    };
    const body = {
      citizen: citizen.webId,
      resources: [resource],
      purposes: ['https://w3id.org/dpv#ServiceProvision'],
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
      explanation: {
        needs: [need],
        purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
        otherRoute,
      },
    };
    await writeFile(question, JSON.stringify(body));
    const [, ...fact] = await finish(start(python, 'agency.py', [question]), sayYes);
    expect(JSON.parse(fact.join('\n'))).toMatchObject({ credentialSubject: { id: citizen.webId } });
  });
});

/** The samples of the pages for one task each, in the order of the story, and of what the packages say of themselves. */
describe('pages', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const tasks = ['ask', 'wait', 'read', 'read-many', 'use-a-law', 'answer', 'stop-and-erase'];
  const pages = [
    ...tasks.map((task) => `docs/how-to/${task}.md`),
    ...['agency', 'claims', 'protocol'].map((name) => `packages/${name}/README.md`),
  ];
  const samples = pages.flatMap(readSamples).filter(({ language }) => language === 'ts');
  const ofReadme = (name: string, ...says: RegExp[]) => {
    const found = samples.filter(({ page }) => page === `packages/${name}/README.md`);
    return says
      .map((said) => found.find(({ code }) => said.test(code)))
      .filter((one) => one !== undefined);
  };
  const of = (...names: string[]) =>
    samples.filter(
      ({ page, code }) =>
        names.some((name) => page.endsWith(`/${name}.md`)) &&
        !/agency\.events|createServer/.test(code), // these go on for ever
    );
  let folder: SampleFolder;
  beforeAll(async () => {
    folder = await writeSamples(samples);
  });
  afterAll(() => folder.remove());

  it('ask, wait, read, read of many, stop: each does what it says', async () => {
    const given = { addresses, account: accountOf(accounts, 'waterdam') };
    const citizen = await createCitizen(addresses, accountOf(accounts, 'bram'));
    try {
      const [requestId = ''] = await performSamples(folder, of('ask'), {
        ...given,
        citizen: citizen.webId,
      });
      const request = await citizen.seeRequest(requestId);
      const { forPersonalData } = request.credentialSubject.hasConsent;
      const until = new Date(Date.now() + 300_000);
      const grant = await citizen.approve(request, forPersonalData, until, { inherit: true });
      await writeFile(join(folder.path, 'question.rq'), incomeQuestion);
      const registered = await fetch(new URL('v1/participants', addresses.authority));
      const { sources } = participantsSchema.parse(await registered.json());
      const readmes = [
        ...ofReadme('agency', /openCheckpoint/),
        ...ofReadme('claims', /fetchAndVerify/, /createDataset/),
        ...ofReadme('protocol', /accessGrantSchema/),
      ];
      expect(readmes).toHaveLength(4);
      const said = await performSamples(folder, readmes, {
        ...given,
        ...{ grantId: grant.id, accesses: [grant.id], grant },
        reader: accountOf(accounts, 'bram'),
        citizen: citizen.webId,
        sources,
        resources: [new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href],
      });
      expect(said).toContain(`${grant.id} read`);
      // The next page reads the same anew.
      await rm(join(folder.path, 'run.checkpoint'));
      expect(said.join('\n')).toContain("'14320.00'"); // rows of the data set
      const printed = await performSamples(
        folder,
        of('wait', 'read', 'read-many', 'stop-and-erase'),
        { ...given, requestId, grantId: grant.id, accesses: [grant.id] },
      );
      const text = printed.join('\n');
      expect(printed).toContain(`${grant.id} 0`); // wait: a yes to every need
      expect(text).toMatch(/^20\d\d 14320\.00 \S/m); // read: year, amount, source
      expect(printed).toContain(`${grant.id} read`); // read of many
      expect(printed).toContain('{ read: 1 }');
      expect(text).toMatch(/agency 1 \[ 'answers\.jsonl' \]$/); // stop: what was not there is said
    } finally {
      await citizen.logOut();
    }
  });

  it('the first sample of the SDK: from the question to the answer in one go', async () => {
    const account = accountOf(accounts, 'oostpolder');
    const citizen = await createCitizen(addresses, accountOf(accounts, 'bram'));
    try {
      const before = new Set((await citizen.pendingRequests()).map(({ id }) => id));
      const running = performSamples(folder, ofReadme('agency', /waitForDecision/), {
        ...{ addresses, account },
        ...{ ...account, oidcIssuer: addresses.vault, authority: addresses.authority },
        ...{ vaults: [addresses.vault], citizen: citizen.webId },
        purpose: 'https://w3id.org/dpv#ServiceProvision',
        purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
      });
      const asked = await vi.waitUntil(
        async () => (await citizen.pendingRequests()).find(({ id }) => !before.has(id)),
        { timeout: 20_000, interval: 200 },
      );
      const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage);
      const until = new Date(Date.now() + 300_000);
      const grant = await citizen.approve(asked, [resource.href], until);
      expect((await running).join('\n')).toContain("status: 'read'");
      const typed = ofReadme('agency', /readClaims\(grantId, Income\)/);
      const said = await performSamples(folder, typed, { addresses, account, grantId: grant.id });
      expect(said[0]).toMatch(/^20\d\d 14320 \S/); // the year after, amount, source
      await citizen.withdraw(grant.id);
    } finally {
      await citizen.logOut();
    }
  });

  it('read because a law says so, and answer', async () => {
    const printed = await performSamples(folder, of('use-a-law', 'answer'), {
      addresses,
      account: accountOf(accounts, 'ouderenfonds'),
      mandate: mandateOf(inject('mandates'), 'income-supplement'),
      citizen: accountOf(accounts, 'gerrit').webId,
    });
    expect(printed[0]).toMatch(/^[1-9]\d*$/);
    expect(printed.at(-1)).toBe('[]');
  });
});
