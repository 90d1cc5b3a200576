import { type Agency, g } from '@grondslag/agency';
import { type Citizen, createCitizen, openAgency, readConsentGate } from '@grondslag/dev-stack';
import type { AccessGrant } from '@grondslag/protocol';
import { getAccessGrant, getFile } from '@inrupt/solid-client-access-grants';
import { afterAll, assert, beforeAll, describe, expect, inject, it } from 'vitest';
import { logInFor } from '../support/log-in-for.ts';

/** Anna says yes with an app that knows nothing of fields; the question asked for one. */
describe('a grant that names no fields, to a question that does', () => {
  const addresses = inject('addresses');
  const account = inject('accounts').find(({ role }) => role === 'agency');
  const anna = inject('accounts').find(({ name }) => name === 'Anna de Wit');
  assert(account && anna);
  const counsellor = logInFor(account);
  let agency: Agency;
  let citizen: Citizen;
  let household: string;
  let grant: AccessGrant;

  beforeAll(async () => {
    agency = openAgency(addresses, account);
    citizen = await createCitizen(addresses, anna);
    household = new URL('facts/household/household', citizen.storage).href;
    const asked = await agency.requestAccess({
      citizen: anna.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      purposeInWords: { nl: 'Wij kijken of u recht heeft op schuldhulp.' },
      needs: [
        {
          claimType: g.HouseholdCredential,
          fields: ['adults'],
          reason: { nl: 'Het aantal volwassenen telt mee.' },
          required: true,
        },
      ],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
      expiresAt: new Date(Date.now() + 86_400_000),
      consentGate: await readConsentGate(),
    });
    assert(asked.status === 'requested', JSON.stringify(asked));
    const until = new Date(Date.now() + 3_600_000);
    const { hasConsent } = asked.request.credentialSubject;
    grant = await citizen.approve(asked.request, hasConsent.forPersonalData, until, {
      inherit: true,
    });
  });
  afterAll(async () => {
    await citizen.withdraw(grant.id);
    await citizen.logOut();
    await agency.close();
  });

  it('gives the agency a view of the fact, whatever it fetches with', async () => {
    const vc = await getAccessGrant(grant.id, { fetch: counsellor.fetch });
    const text = await (await getFile(household, vc, { fetch: counsellor.fetch })).text();
    expect(text).toContain('"adults"');
    expect(text).not.toMatch(/children|since/);
  });

  it('gives its SDK a part with a proof of its own', async () => {
    const query = 'SELECT ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }';
    const read = await agency.readClaims(grant.id, { query });
    assert(read.status === 'read', JSON.stringify(read));
    expect(read.claims).toMatchObject([{ derived: true, fact: { type: 'household', adults: 1 } }]);
    expect(read.claims[0]?.fact).not.toHaveProperty('children');
  });
});
