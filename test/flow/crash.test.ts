import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agency } from '@grondslag/agency';
import {
  type Citizen,
  createCitizen,
  type DevStack,
  findFreePort,
  openAgency,
  readConsentGate,
  startDevStack,
  waitForReads,
} from '@grondslag/dev-stack';
import type { AccessGrant, AccessRequest } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';

/** What was acknowledged survives `kill -9`, of the authority and of the vault server, on a stack of its own. */
describe('a crash', () => {
  let folder: string;
  let stack: DevStack;
  let agency: Agency;
  let citizen: Citizen;
  let request: AccessRequest;
  let grant: AccessGrant;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-crash-'));
    stack = await startDevStack({ port: await findFreePort(), folder });
    const citizenAccount = stack.accounts.find(({ role }) => role === 'citizen');
    const agencyAccount = stack.accounts.find(({ role }) => role === 'agency');
    assert(citizenAccount && agencyAccount);
    citizen = await createCitizen(stack.addresses, citizenAccount);
    agency = openAgency(stack.addresses, agencyAccount);
  });
  afterAll(async () => {
    await agency.close();
    await citizen.logOut();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('of the authority loses neither a request nor a grant it has answered', async () => {
    const asked = await agency.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Een proef.' },
      needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Een proef.' }, required: true }],
      otherRoute: { text: { nl: 'Aan de balie.' } },
      expiresAt: new Date(Date.now() + 3_600_000),
      consentGate: await readConsentGate(),
    });
    assert(asked.status === 'requested');
    await stack.crash('authority');
    request = await citizen.seeRequest(asked.request.id);

    const resource = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    grant = await citizen.approve(request, [resource], new Date(Date.now() + 1_800_000));
    await stack.crash('authority');
    const decided = await agency.waitForDecision(request.id, { timeoutSeconds: 5 });
    expect(decided).toMatchObject({ status: 'granted', grant: { id: grant.id } });
  });

  it('of the vault server loses no record of a read it has served', async () => {
    const [resource] = grant.credentialSubject.providedConsent.forPersonalData;
    assert(resource);
    const read = await agency.exchangeGrant(grant, resource);
    const response = await read(resource);
    expect(response.status).toBe(200);
    await stack.crash('vault');
    const log = await waitForReads(citizen, grant.id, new Set([resource]));
    expect(log.filter((record) => record.method === 'GET')).toHaveLength(1);
  });

  it('of the authority loses no withdrawal', async () => {
    await citizen.withdraw(grant.id);
    await stack.crash('authority');
    const [resource] = grant.credentialSubject.providedConsent.forPersonalData;
    await expect(agency.exchangeGrant(grant, resource ?? '')).rejects.toMatchObject({
      reason: 'withdrawn',
    });
  });
});
