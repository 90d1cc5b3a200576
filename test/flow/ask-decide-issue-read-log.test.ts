import {
  type Agency,
  createAgency,
  type DecisionOutcome,
  Income,
  type ProcessingRecord,
  type Question,
} from '@grondslag/agency';
import {
  type Citizen,
  createCitizen,
  incomeQuestion,
  readConsentGate,
  waitForReads,
} from '@grondslag/dev-stack';
import type { AccessGrant, AccessRequest } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';

/**
 * The whole story against real servers: a Community Solid Server with the plug-in, the authority on its
 * database, sources with their status lists. An agency asks with the SDK; the citizen answers over HTTP, as
 * the consent app does.
 */
describe('ask, decide, grant, read, account', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const debtHelp = accounts.find(({ role }) => role === 'agency');
  const anna = accounts.find(({ role }) => role === 'citizen');
  assert(debtHelp && anna);
  const processing: ProcessingRecord[] = [];
  let agency: Agency;
  let citizen: Citizen;
  let question: Question;
  let request: AccessRequest;
  let waiting: Promise<DecisionOutcome>;
  let grant: AccessGrant;

  beforeAll(async () => {
    citizen = await createCitizen(addresses, anna);
    agency = createAgency({
      webId: debtHelp.webId,
      oidcIssuer: addresses.vault,
      clientId: debtHelp.clientId,
      clientSecret: debtHelp.clientSecret,
      authority: addresses.authority,
      vaults: [addresses.vault],
      recordProcessing: async (record) => void processing.push(record),
    });
  });
  afterAll(async () => {
    await agency.close();
    await citizen.logOut();
  });

  it('1 ask: the agency states purpose, needs with reasons, and the other route', async () => {
    question = {
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
      needs: [
        {
          claimType: g.IncomeCredential,
          reason: { nl: 'Uw inkomen bepaalt of u schuldhulp kunt krijgen.' },
          required: true,
        },
        {
          claimType: g.HouseholdCredential,
          reason: { nl: 'Met kinderen mag u meer verdienen.' },
          required: false,
        },
      ],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
      expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1_000),
      consentGate: await readConsentGate(),
    };
    const outcome = await agency.requestAccess(question);
    assert(outcome.status === 'requested');
    request = outcome.request;
    const now = await agency.waitForDecision(request.id, { timeoutSeconds: 0 });
    expect(now.status).toBe('pending');
    waiting = agency.waitForDecision(request.id, { timeoutSeconds: 3600, pollSeconds: 3600 });
  });

  it('2 decide: the citizen sees who asks what and why, and says yes to a part', async () => {
    const seen = await citizen.seeRequest(request.id);
    expect(seen.credentialSubject.id).toBe(debtHelp.webId);
    expect(seen.credentialSubject.hasConsent[g.purposeInWords]).toContain('schuldhulp');
    const threeYears = [3, 2, 1].map(
      (ago) => new URL(`facts/income/${new Date().getFullYear() - ago}`, citizen.storage).href,
    );
    grant = await citizen.approve(seen, threeYears, new Date(Date.now() + 60 * 60 * 1_000));
  });

  it('3 grant: the agency is told, without asking again, what was granted and what was not', async () => {
    const outcome = await waiting;
    assert(outcome.status === 'granted');
    expect(outcome.grant.id).toBe(grant.id);
    expect(outcome.notGranted.map(({ claimType }) => claimType)).toEqual([g.HouseholdCredential]);
  });

  it('4 read: verified facts answer a SPARQL question, each with its source; the revoked one is left out', async () => {
    const outcome = await agency.readClaims(grant.id, { query: incomeQuestion });
    assert(outcome.status === 'read' && outcome.answer.form === 'select');
    expect(outcome.answer.rows.map((row) => row['amount']?.value)).toEqual([
      '28400.00',
      '19875.50',
    ]);
    for (const row of outcome.answer.rows) {
      expect(row['source']?.value).toBe(new URL('inkomensregister', addresses.sources).href);
      expect(row['credential']?.value).toMatch(/^urn:uuid:/);
    }
    expect(outcome.leftOut.map(({ reason }) => reason)).toEqual(['revoked']);
  });

  it('4 read: the same facts by their type, each with its source', async () => {
    const outcome = await agency.readClaims(grant.id, Income);
    assert(outcome.status === 'read');
    const told = outcome.facts.map(({ values, provenance }) => [
      values.amount,
      provenance.source.id,
    ]);
    const source = new URL('inkomensregister', addresses.sources).href;
    expect(new Set(told)).toEqual(
      new Set([
        ['28400.00', source],
        ['19875.50', source],
      ]),
    );
  });

  it('5 account: both ends logged it, and the citizen sees each fact that was read', async () => {
    const resources = new Set(grant.credentialSubject.providedConsent.forPersonalData);
    const log = await waitForReads(citizen, grant.id, resources);
    expect(new Set(log.map(({ resource }) => resource))).toEqual(resources);
    expect(new Set(log.map((line) => line.agency))).toEqual(new Set([debtHelp.webId]));
    expect(processing).toHaveLength(2);
    expect(JSON.stringify(processing)).not.toContain(citizen.webId);
  });

  it('stops: after the withdrawal the next read is refused, and the other route is there', async () => {
    await citizen.withdraw(grant.id);
    const outcome = await agency.readClaims(grant.id, { query: incomeQuestion });
    expect(outcome).toMatchObject({
      status: 'no-access',
      reason: 'withdrawn',
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
    });
    const told: string[] = [];
    const signal = AbortSignal.timeout(30_000);
    for await (const { type, subject } of agency.events({ after: '0', signal })) {
      if (subject === grant.id && type.includes('access-grant')) told.push(type);
      if (type.endsWith('revoked.v1') && subject === grant.id) break;
    }
    expect(told).toEqual([
      'org.w3id.grondslag.access-grant.issued.v1',
      'org.w3id.grondslag.access-grant.revoked.v1',
    ]);
    expect(await agency.endAccess(grant.id)).toMatchObject({ endedBy: 'citizen' });
  });

  it('ends with its purpose: what the agency gives up cannot be read any more', async () => {
    const fact = grant.credentialSubject.providedConsent.forPersonalData.at(-1) ?? '';
    const outcome = await agency.requestAccess(question);
    assert(outcome.status === 'requested');
    const seen = await citizen.seeRequest(outcome.request.id);
    const { id } = await citizen.approve(seen, [fact], new Date(Date.now() + 60 * 60 * 1_000));
    expect(await agency.readClaims(id, Income)).toMatchObject({ status: 'read' });
    expect(await agency.endAccess(id)).toMatchObject({ access: id, endedBy: 'agency' });
    expect(await agency.readClaims(id, Income)).toMatchObject({
      status: 'no-access',
      reason: 'ended',
    });
  });
});
