import type { Agency } from '@grondslag/agency';
import {
  type Citizen,
  createCitizen,
  createSource,
  openAgency,
  readConsentGate,
  type Source,
} from '@grondslag/dev-stack';
import {
  type AccessGrant,
  authorityPaths,
  oauthErrorSchema,
  tokenResponseSchema,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInFor } from '../support/log-in-for.ts';

const ALL = 'SELECT ?s WHERE { GRAPH ?fact { ?s ?p ?o } }';
const HOUR = 60 * 60 * 1_000;

/** What a source, a clumsy agency or a patient attacker may come with, on the real servers. */
describe('hostile facts, tickets and questions', () => {
  const addresses = inject('addresses');
  const accounts = inject('accounts');
  const agencyAccount = accounts.find(({ role }) => role === 'agency');
  const chadia = accounts.find(({ name }) => name === 'Chadia Amrani');
  const incomes = accounts.find(({ name }) => name === 'Inkomensregister (voorbeeld)');
  assert(agencyAccount && chadia && incomes);
  const session = logInFor(agencyAccount);
  let agency: Agency;
  let citizen: Citizen;
  let source: Source;
  let good: string;
  let huge: string;
  let grant: AccessGrant;

  beforeAll(async () => {
    citizen = await createCitizen(addresses, chadia);
    source = await createSource(addresses, incomes);
    agency = openAgency(addresses, agencyAccount);
    good = new URL(`facts/income/${new Date().getFullYear() - 1}`, citizen.storage).href;
    huge = `${good}-huge`;
    const padded = JSON.stringify({ '@context': [], padding: 'x'.repeat(5_000_000) });
    await source.place(citizen.webId, huge, padded);
    const asked = await agency.requestAccess({
      citizen: citizen.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Een proef.' },
      needs: [{ claimType: g.IncomeCredential, reason: { nl: 'Een proef.' }, required: true }],
      otherRoute: { text: { nl: 'Aan de balie.' } },
      expiresAt: new Date(Date.now() + 24 * HOUR),
      consentGate: await readConsentGate(),
    });
    assert(asked.status === 'requested');
    const request = await citizen.seeRequest(asked.request.id);
    grant = await citizen.approve(request, [good, huge], new Date(Date.now() + HOUR));
  });
  afterAll(async () => {
    await citizen.fetch(huge, { method: 'DELETE' });
    await citizen.withdraw(grant.id);
    await agency.close();
    await citizen.logOut();
    await source.logOut();
  });

  it('does not let the citizen write where only sources place', async () => {
    const refused = await citizen.fetch(good, {
      method: 'PUT',
      headers: { 'content-type': 'application/ld+json' },
      body: '{}',
    });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('only_sources_place');
  });

  it('leaves a credential of 5 MB out, and reads the rest', async () => {
    const outcome = await agency.readClaims(grant.id, { query: ALL });
    assert(outcome.status === 'read');
    expect(outcome.claims.map(({ resource }) => resource)).toEqual([good]);
    expect(outcome.leftOut).toMatchObject([{ resource: huge, reason: 'too_large' }]);
  });

  it('ends a query that never ends, and answers the next', async () => {
    const endless = `SELECT ?s WHERE { GRAPH ?fact { ?s ?p ?o } FILTER(REGEX("${'a'.repeat(40)}!", "^(a+)+$")) }`;
    const failure = await agency.readClaims(grant.id, { query: endless }).catch((error) => error);
    expect(failure).toMatchObject({ name: 'AgencyError', cause: { code: 'query_timeout' } });
    expect((await agency.readClaims(grant.id, { query: ALL })).status).toBe('read');
  });

  it.each([
    ['SERVICE', 'SELECT * WHERE { SERVICE <https://stranger.example/sparql> { ?s ?p ?o } }'],
    ['LOAD', 'LOAD <https://stranger.example/data>'],
    ['an update', 'INSERT DATA { <urn:a> <urn:b> <urn:c> }'],
  ])('refuses %s before it reads anything', async (_name, query) => {
    const failure = await agency.readClaims(grant.id, { query }).catch((error) => error);
    expect(failure).toMatchObject({ code: 'query_refused' });
  });

  it('takes a ticket once', async () => {
    const challenge = await fetch(good);
    await challenge.body?.cancel();
    const ticket = /ticket="([^"]+)"/.exec(challenge.headers.get('www-authenticate') ?? '')?.[1];
    assert(ticket);
    const presentation = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [grant],
    };
    const exchange = () =>
      session.fetch(new URL(authorityPaths.token, addresses.authority), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: UMA_TICKET_GRANT_TYPE,
          ticket,
          claim_token_format: VP_CLAIM_TOKEN_FORMAT,
          claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64'),
        }).toString(),
      });
    const once = await exchange();
    expect(tokenResponseSchema.parse(await once.json()).expires_in).toBeLessThanOrEqual(60);
    const twice = await exchange();
    expect(twice.status).toBe(400);
    expect(oauthErrorSchema.parse(await twice.json())).toMatchObject({
      error: 'invalid_grant',
      code: 'ticket_used',
    });
  });
});
