import {
  accessRequestSchema,
  explanationFromFields,
  explanationToFields,
  type Need,
  requestingPartyTokenSchema,
  tokenResponseSchema,
} from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  READ,
  requestBody,
  SERVICE_PROVISION,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';
import { activityOf, expectStatus, registerAgency } from '../test-support/legal-bodies.ts';

let authority: TestAuthority;
let facts: string;
let incomes: string;
let fact: string;
let home: string;

beforeAll(async () => {
  authority = await createTestAuthority(undefined, { consentGate: 'warn' });
  facts = authority.inPod('facts/');
  incomes = authority.inPod('facts/income/');
  fact = authority.inPod('facts/income/2025');
  home = authority.inPod('facts/home/');
});
afterAll(() => authority.close());

const need = (fields?: string[], members: Partial<Need> = {}): Need => ({
  resource: incomes,
  claimType: g.IncomeCredential,
  ...(fields && { fields }),
  reason: { nl: 'Uw inkomen telt mee.' },
  required: true,
  ...members,
});

function ask(needs: readonly Need[], consent: object = {}) {
  const explanation = explanationToFields({
    needs: [...needs],
    purposeInWords: { nl: 'Schuldhulp' },
    otherRoute: { text: { nl: 'Balie' } },
  });
  const body = requestBody(authority, {
    forPersonalData: [incomes, home],
    ...explanation,
    ...consent,
  });
  return issue(authority, authority.bob, body).then((made) => accessRequestSchema.parse(made));
}

/** What the token says of a grant that answers a request, of an app that knows nothing of fields. */
async function permissionsOf(
  link: object,
  consent: object = {},
  ticket: { readonly resource?: string; readonly features?: readonly string[] } = {},
) {
  const body = grantBody(authority, {
    mode: [READ],
    forPersonalData: [fact],
    inherit: false,
    ...link,
    ...consent,
  });
  const grant = await issue(authority, authority.alice, body);
  const { resource = fact, features } = ticket;
  const sent = await authority.ticket([resource], features && { features });
  const answer = await (await authority.exchange(authority.bob, grant, sent)).json();
  const token = tokenResponseSchema.safeParse(answer).data;
  if (!token) return answer;
  return requestingPartyTokenSchema.parse(decodeJwt(token.access_token)).permissions;
}

const yearOnly = { [g.IncomeCredential]: ['year'] };
const opened = (resource: string, fields?: object, more: object = {}) => ({
  ...{ resource, modes: ['read'], inherit: false },
  ...(fields && { fields }),
  ...more,
});

describe('a grant that names no fields', () => {
  it('opens those that the request it answers names', async () => {
    const { id } = await ask([need(['year'])]);
    expect(await permissionsOf({ verifiedRequest: id })).toEqual([opened(fact, yearOnly)]);
  });

  it('does so too when the request is only named, and not compared', async () => {
    const { id } = await ask([need(['year'])]);
    expect(await permissionsOf({ request: id })).toEqual([opened(fact, yearOnly)]);
  });

  it('is not even asked for at a vault server that would give out whole facts', async () => {
    const { askControl } = authority;
    authority.askControl = async (question) => ({ ...(await askControl(question)), features: [] });
    await expect(ask([need(['year'])])).rejects.toThrow('vault_gives_whole_facts');
    const { id } = await ask([need()]);
    expect(await permissionsOf({ verifiedRequest: id })).toEqual([opened(fact)]);
    const shared = [{ resource: fact, claimType: g.IncomeCredential, fields: ['year'] }];
    const named = permissionsOf({}, { [g.sharedFields]: JSON.stringify(shared) });
    await expect(named).rejects.toThrow('vault_gives_whole_facts');
    authority.askControl = askControl;
  });

  it('opens nothing at a vault server that would give out whole facts', async () => {
    const { id } = await ask([need(['year'])]);
    expect(await permissionsOf({ verifiedRequest: id }, {}, { features: [] })).toMatchObject({
      code: 'vault_gives_whole_facts',
    });
  });

  it('opens what the needs that reach a fact name together, each of its kind', async () => {
    const other = need(['city'], { claimType: g.ResidenceCredential });
    const { id } = await ask([need(['year']), need(['year', 'amount']), other]);
    const fields = {
      [g.IncomeCredential]: ['year', 'amount'],
      [g.ResidenceCredential]: ['city'],
    };
    expect(await permissionsOf({ verifiedRequest: id })).toEqual([opened(fact, fields)]);
  });

  it('is limited below a container that was asked as it is', async () => {
    const { id } = await ask([need(['year'])], { forPersonalData: [facts, incomes] });
    const consent = { forPersonalData: [facts], inherit: true };
    expect(await permissionsOf({ verifiedRequest: id }, consent)).toEqual([
      opened(facts, undefined, { inherit: true }),
      opened(incomes, yearOnly, { inherit: true }),
    ]);
  });

  it('opens the whole where the request names no fields, or no need', async () => {
    const { id } = await ask([need(), need(['year'])]);
    expect(await permissionsOf({ verifiedRequest: id })).toEqual([opened(fact)]);
    const silent = await ask([need(['year'])]);
    const consent = { forPersonalData: [home] };
    expect(
      await permissionsOf({ verifiedRequest: silent.id }, consent, { resource: home }),
    ).toEqual([opened(home)]);
  });

  it('opens what it names where it names fields, the whole of a fact among these', async () => {
    const { id } = await ask([need(['year'])]);
    const fields = ['year', 'amount', 'currency'];
    const shared = JSON.stringify([{ resource: fact, claimType: g.IncomeCredential, fields }]);
    expect(await permissionsOf({ verifiedRequest: id }, { [g.sharedFields]: shared })).toEqual([
      opened(fact, { [g.IncomeCredential]: fields }),
    ]);
  });

  it('opens the whole when it answers nothing, or what was asked of somebody else', async () => {
    expect(await permissionsOf({})).toEqual([opened(fact)]);
    const ofEve = requestBody(authority, {
      forPersonalData: [incomes],
      isConsentForDataSubject: authority.alice.webId,
      ...explanationToFields({
        needs: [need(['year'])],
        purposeInWords: { nl: 'x' },
        otherRoute: { text: { nl: 'x' } },
      }),
    });
    const { id } = await issue(authority, authority.eve, ofEve);
    expect(await permissionsOf({ request: id })).toEqual([opened(fact)]);
  });

  it('is not limited where it is to write and not to read', async () => {
    const { id } = await ask([need(['year'])], { mode: [WRITE] });
    expect(await permissionsOf({ verifiedRequest: id }, { mode: [WRITE] })).toEqual([
      opened(fact, undefined, { modes: ['write'] }),
    ]);
  });
});

describe('a need that names no fields', () => {
  it('has those that its activity registers, in what is signed', async () => {
    const { bob } = authority;
    await registerAgency(authority);
    const necessity = { nl: 'Anders weten wij niet welke hulp past.' };
    const activity = activityOf(authority, bob, {
      id: 'https://x.example/debts',
      basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a',
      lawRefs: [],
      purpose: SERVICE_PROVISION,
      dataNeeds: [
        { claimType: g.IncomeCredential, fields: ['year', 'amount'], necessity },
        { claimType: g.ResidenceCredential, fields: ['city'], necessity },
      ],
    });
    await expectStatus(201, authority.send('POST', 'v1/processing-activities', bob, activity));
    const needs = [
      need(),
      need(['city'], { resource: home, claimType: g.ResidenceCredential, maxAgeDays: 30 }),
    ];
    const request = await ask(needs, { [g.processingActivity]: activity.id });
    const { hasConsent } = request.credentialSubject;
    expect(explanationFromFields(hasConsent)?.needs).toEqual([need(['year', 'amount']), needs[1]]);
    expect(await permissionsOf({ verifiedRequest: request.id })).toEqual([
      opened(fact, { [g.IncomeCredential]: ['year', 'amount'] }),
    ]);
  });

  it('stays as it is without an activity that registers its kind', async () => {
    const request = await ask([need()], { [g.processingActivity]: 'https://x.example/unknown' });
    expect(explanationFromFields(request.credentialSubject.hasConsent)?.needs).toEqual([need()]);
  });
});
