import { type DataNeed, decisionRecordSchema } from '@grondslag/legal-basis';
import { accessGrantViewSchema, accessRequestViewSchema } from '@grondslag/protocol/v1';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  createTestAuthority,
  grantBody,
  SERVICE_PROVISION,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { expectProblem } from '../test-support/lawful-access-scene.ts';
import {
  activityOf,
  expectStatus,
  official,
  registerAgency,
} from '../test-support/legal-bodies.ts';

const GDPR = 'https://w3id.org/dpv/legal/eu/gdpr#';
const necessity = { nl: 'Anders weten wij niet welke hulp past.' };
const gate = {
  ...{ refusalCostsNothing: true, noLawCoversIt: true, inOwnInterest: true },
  ...{ onePurpose: true, easyToWithdraw: true, adviceAttached: true, confirmedBy: official },
};

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority();
  await registerAgency(authority);
});
afterAll(() => authority.close());

let count = 0;
/** Registers an activity on consent with these needs, and asks under it. */
async function ask(needs: readonly Partial<DataNeed>[]) {
  const dataNeeds = [
    { claimType: g.HouseholdCredential, fields: ['adults'], necessity, ...needs[0] },
    { claimType: g.IncomeCredential, fields: ['year'], necessity, ...needs[1] },
  ];
  const activity = activityOf(authority, authority.bob, {
    id: `https://x.example/care-${++count}`,
    ...{ basis: `${GDPR}A6-1-a`, specialCategoryBasis: `${GDPR}A9-2-a` },
    ...{ lawRefs: [], dataNeeds, purpose: SERVICE_PROVISION },
  });
  const { bob } = authority;
  await expectStatus(201, authority.send('POST', 'v1/processing-activities', bob, activity));
  const sent = authority.send('POST', 'v1/access-requests', bob, {
    citizen: authority.alice.webId,
    resources: [authority.inPod('facts/household/'), authority.inPod('facts/income/')],
    ...{ purposes: [SERVICE_PROVISION], expiresAt: authority.inDays(30) },
    ...{ processingActivity: activity.id, consentGate: gate },
  });
  return accessRequestViewSchema.parse(await (await expectStatus(201, sent)).json());
}
const grant = (request: string, members: object = {}) =>
  authority.send('POST', 'v1/access-grants', authority.alice, { request, ...members });
async function ruleOf({ credential }: { credential: string }) {
  const path = `v1/explanations?credential=${encodeURIComponent(credential)}`;
  const answer = await expectStatus(200, authority.send('GET', path, authority.alice));
  const { items } = z.object({ items: z.array(decisionRecordSchema) }).parse(await answer.json());
  return items.at(-1)?.rule;
}

describe('consent to special categories', () => {
  it.each<[string, Partial<DataNeed>]>([
    ['said to be of one', { sensitivities: ['special-category'] }],
    ['that tells of one by name', { specialCategories: ['health'] }],
  ])('is explicit for a kind of fact %s in the register', async (_what, need) => {
    const request = await ask([need]);
    expect(await ruleOf(request)).toBe('explicit_consent_asked');
    await expectProblem(422, 'explicit_consent_missing', grant(request.id));
    const other = { explicitConsent: [g.IncomeCredential] };
    await expectProblem(422, 'explicit_consent_missing', grant(request.id, other));
    const explicitConsent = [g.HouseholdCredential];
    const given = await expectStatus(201, grant(request.id, { explicitConsent }));
    const view = accessGrantViewSchema.parse(await given.json());
    expect(view).toMatchObject({ state: 'active', explicitConsent });
  });

  it('is not asked of the rest, which can be given without it', async () => {
    const request = await ask([{ specialCategories: ['health'] }]);
    const resources = [authority.inPod('facts/income/')];
    const given = await expectStatus(201, grant(request.id, { resources }));
    expect(await given.json()).not.toHaveProperty('explicitConsent');
  });

  it('is asked for nowhere when nothing is special', async () => {
    const request = await ask([{}]);
    expect(await ruleOf(request)).toBe('consent_asked');
    await expectStatus(201, grant(request.id));
  });
});

describe('a grant that nobody asked for', () => {
  const HEALTH = 'https://x.example/HealthCredential';
  const special = { [g.HouseholdCredential]: ['special-category'], [HEALTH]: ['special-category'] };
  let known: TestAuthority;
  beforeAll(async () => {
    const sensitivities = special as Record<string, ('special-category' | 'criminal')[]>;
    known = await createTestAuthority(undefined, { sensitivities });
  });
  afterAll(() => known.close());

  const give = (resources: string[], members: object = {}) =>
    known.send('POST', 'v1/access-grants', known.alice, {
      ...{ agency: known.bob.webId, modes: ['read'], purposes: [SERVICE_PROVISION] },
      ...{ resources: resources.map((path) => known.inPod(path)), ...members },
    });

  it.each([
    ['the container of such a kind', ['facts/household/'], [g.HouseholdCredential]],
    ['one such fact', ['facts/household/1'], [g.HouseholdCredential]],
    ['all facts', ['facts/'], [g.HouseholdCredential, HEALTH]],
    ['the whole vault', [''], [g.HouseholdCredential, HEALTH]],
    ['a container of a kind without a place of its own', ['facts/health/'], [HEALTH]],
  ])('is explicit when it reaches %s', async (_what, resources, kinds) => {
    await expectProblem(422, 'explicit_consent_missing', give(resources));
    const some = { explicitConsent: kinds.slice(1) };
    await expectProblem(422, 'explicit_consent_missing', give(resources, some));
    await expectStatus(201, give(resources, { explicitConsent: kinds }));
  });

  it.each([
    ['the container of another kind', ['facts/income/'], {}],
    ['what is no fact', ['photos/'], {}],
    ['a container without what is in it', [''], { inherit: false }],
    ['a place to write, and nothing to read', ['facts/household/'], { modes: ['append'] }],
  ])('needs nothing more when it reaches %s', async (_what, resources, members) => {
    await expectStatus(201, give(resources, members));
  });

  it('is explicit when it names fields of such a kind, wherever that is', async () => {
    const resource = known.inPod('photos/1');
    const shared = [{ resource, claimType: HEALTH, fields: ['weight'] }];
    const body = grantBody(known, {
      ...{ forPersonalData: [resource], inherit: false },
      [g.sharedFields]: JSON.stringify(shared),
    });
    const response = await known.send('POST', 'issue', known.alice, body);
    expect(await response.text()).toContain('explicit_consent_missing');
  });

  it('is explicit for what the agency itself registers as special', async () => {
    await ask([{ specialCategories: ['health'] }]);
    const sent = (path: string) =>
      authority.send('POST', 'v1/access-grants', authority.alice, {
        ...{ agency: authority.bob.webId, modes: ['read'], purposes: [SERVICE_PROVISION] },
        resources: [authority.inPod(path)],
      });
    await expectProblem(422, 'explicit_consent_missing', sent('facts/household/'));
    await expectStatus(201, sent('facts/income/'));
  });
});
