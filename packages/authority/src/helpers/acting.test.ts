import {
  type AccessCredential,
  type AccessRequest,
  actedByFromFields,
  explicitConsentToFields,
  queryResponseSchema,
} from '@grondslag/protocol';
import type { CloudEvent, HelperAct, HelperView } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';
import { asHelper, readHelper, startHelp } from '../test-support/helper-scene.ts';
import { registerAgency } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let noor: Person;
let agency: Person;
let request: AccessRequest;
let helper: HelperView;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());
beforeEach(async () => {
  await authority.database.db.updateTable('helper').set({ ended_at: new Date() }).execute();
  noor = await authority.provider.person(`noor${++number}`);
  agency = await authority.provider.person(`agency${number}`);
  request = await ask('facts/income/');
  // Who is registered asks by the rules of the register; here it is about helpers.
  await registerAgency(authority, agency);
  helper = await startHelp(authority, noor);
});

const fact = (name: string) => authority.inPod(`facts/${name}`);
const ask = async (path: string, by = agency) =>
  (await issue(
    authority,
    by,
    requestBody(authority, { forPersonalData: [authority.inPod(path)] }),
  )) as AccessRequest;
const answer = (members: object = {}, to: { id: string } = request) =>
  grantBody(authority, {
    forPersonalData: [fact('income/2025')],
    isProvidedTo: agency.webId,
    verifiedRequest: to.id,
    ...members,
  });
const no = (members: object = {}) =>
  denialBody(authority, {
    forPersonalData: [fact('income/')],
    isProvidedTo: agency.webId,
    verifiedRequest: request.id,
    ...members,
  });
const act = (method: string, path: string, body?: unknown, as = helper, by = noor) =>
  authority.send(method, path, by, body, asHelper(as));
const decide = async (body: unknown) => {
  const sent = await act('POST', 'issue', body);
  if (sent.status !== 201) throw new Error(await sent.text());
  return (await sent.json()) as AccessCredential;
};
const refused = async (status: number, code: string, sent: Promise<Response>) => {
  const response = await sent;
  expect(await response.json()).toMatchObject({ code });
  expect(response.status).toBe(status);
};
const withdraw = ({ id }: { id: string }, as = helper, by = noor) =>
  act(
    'POST',
    'status',
    { credentialId: id, credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }] },
    as,
    by,
  );
const query = async (search: string, as?: HelperView) => {
  const response = await (as
    ? act('GET', `query?${search}`, undefined, as)
    : authority.send('GET', `query?${search}`, authority.alice));
  return queryResponseSchema.parse(await response.json()).items.map(({ id }) => id);
};
const acts = async () => {
  const response = await authority.send('GET', `${helper.id}/acts`, authority.alice);
  return ((await response.json()) as { items: HelperAct[] }).items;
};

describe('a decision of a helper', () => {
  it('is the citizen’s, and says in the record, the events and the log who made it', async () => {
    const grant = await decide(answer());
    expect(grant.credentialSubject.id).toBe(authority.alice.webId);
    const consent = Object.values(grant.credentialSubject).find((one) => typeof one === 'object');
    expect(actedByFromFields({ ...(consent as object) })).toEqual({
      helper: helper.id,
      kind: 'helper',
    });
    expect(JSON.stringify(grant)).not.toContain(noor.webId);
    expect(await acts()).toMatchObject([{ did: 'granted', subject: grant.id }]);
    const events = await authority.send('GET', 'v1/events?limit=500', authority.alice);
    const told = ((await events.json()) as CloudEvent[]).find(
      ({ subject }) => subject === grant.id,
    );
    expect(told?.data.actedBy).toBe(helper.id);
    const ticket = await authority.ticket([fact('income/2025')]);
    expect((await authority.exchange(agency, grant, ticket)).status).toBe(200);
  });

  it('may be a no', async () => {
    const denial = await decide(no());
    expect(await acts()).toMatchObject([{ did: 'denied', subject: denial.id }]);
  });

  it('that ends a grant stops it at once, and says so', async () => {
    const grant = await issue(authority, authority.alice, answer());
    expect((await withdraw(grant)).status).toBe(200);
    const ticket = await authority.ticket([fact('income/2025')]);
    expect(await (await authority.exchange(agency, grant, ticket)).json()).toMatchObject({
      code: 'grant_revoked',
    });
    expect(await acts()).toMatchObject([{ did: 'withdrew', subject: grant.id }]);
  });

  const never: [string, string, () => unknown | Promise<unknown>][] = [
    [
      'about a fact that is hidden',
      'outside_help',
      () => answer({ forPersonalData: [fact('income/2024')] }),
    ],
    ['about a whole theme', 'outside_help', () => answer({ forPersonalData: [fact('income/')] })],
    [
      'about another theme',
      'outside_help',
      async () => {
        const home = await ask('facts/home/', await authority.provider.person('other'));
        return answer({ forPersonalData: [fact('income/2025')] }, home);
      },
    ],
    ['to let somebody write', 'outside_help', () => answer({ mode: [WRITE] })],
    ['without a question', 'not_for_helpers', () => answer({ verifiedRequest: undefined })],
    [
      'to a question that is only named',
      'not_for_helpers',
      () => answer({ verifiedRequest: undefined, request: request.id }),
    ],
    [
      'to a question of their own',
      'outside_help',
      async () => answer({ isProvidedTo: noor.webId }, await ask('facts/income/', noor)),
    ],
    [
      'to a stranger',
      'outside_help',
      async () =>
        answer({ isProvidedTo: authority.eve.webId }, await ask('facts/income/', authority.eve)),
    ],
    [
      'of explicit consent',
      'not_for_helpers',
      () => answer(explicitConsentToFields(['https://w3id.org/grondslag/terms#IncomeCredential'])),
    ],
    ['that is a question', 'not_for_helpers', () => requestBody(authority)],
  ];
  it.each(never)('is never one %s', async (_what, code, body) => {
    await refused(403, code, act('POST', 'issue', await body()));
    expect(await acts()).toEqual([]);
  });

  it('does not suspend, and does not end help, denials or grants out of sight', async () => {
    const suspension = [
      { type: 'RevocationList2020Status', statusPurpose: 'suspension', status: '1' },
    ];
    const grant = await issue(authority, authority.alice, answer());
    const body = { credentialId: grant.id, credentialStatus: suspension };
    await refused(403, 'not_for_helpers', act('POST', 'status', body));
    await refused(403, 'not_for_helpers', withdraw({ id: helper.grant ?? '' }));
    const other = await startHelp(authority, authority.eve);
    await refused(403, 'outside_help', withdraw({ id: other.grant ?? '' }));
    const hidden = { forPersonalData: [fact('income/2024')] };
    const outOfSight = await issue(authority, authority.alice, grantBody(authority, hidden));
    await refused(403, 'outside_help', withdraw(outOfSight));
    const denial = await issue(authority, authority.alice, denialBody(authority, hidden));
    await refused(403, 'outside_help', withdraw(denial));
  });

  it('is not made by who may only look', async () => {
    const looks = await startHelp(authority, await authority.provider.person(`jan${number}`), {
      may: 'see',
    });
    const jan = await authority.provider.person(`jan${number}`);
    await refused(403, 'helper_may_only_see', act('POST', 'issue', answer(), looks, jan));
    const grant = await issue(authority, authority.alice, answer());
    await refused(403, 'helper_may_only_see', withdraw(grant, looks, jan));
    expect((await act('GET', 'query', undefined, looks, jan)).status).toBe(200);
  });

  it('is not made in the name of another helper, or after the help ended', async () => {
    await refused(403, 'not_helper', act('POST', 'issue', answer(), helper, authority.eve));
    for (const id of ['x', crypto.randomUUID(), '../helpers']) {
      await refused(403, 'not_helper', act('POST', 'issue', answer(), { ...helper, id: `/${id}` }));
    }
    await readHelper(authority.send('PUT', `${helper.id}/end`, authority.alice));
    await refused(403, 'not_helper', act('POST', 'issue', answer()));
  });

  it('is made once for one idempotency key', async () => {
    const headers = { ...asHelper(helper), 'Idempotency-Key': crypto.randomUUID() };
    const send = async (body: object) =>
      (await authority.send('POST', 'issue', noor, body, headers)).json();
    const body = answer();
    const first = await send(body);
    expect(await send(body)).toEqual(first);
    expect(await send(no())).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is not unmade with a mark of one’s own', async () => {
    const forged = answer({ 'https://w3id.org/grondslag/terms#actedBy': '{}' });
    await refused(400, 'reserved_field', act('POST', 'issue', forged));
  });
});

describe('what a helper sees', () => {
  it('is what is asked and given about the themes and the facts that are shown', async () => {
    const hiddenFact = await issue(
      authority,
      authority.alice,
      grantBody(authority, { forPersonalData: [fact('income/2024')] }),
    );
    const whole = await ask('facts/', await authority.provider.person('other'));
    const home = await ask('facts/home/', await authority.provider.person('other'));
    const grant = await issue(authority, authority.alice, answer());
    const other = await startHelp(authority, authority.eve);
    const all = await query('pageSize=100');
    for (const { id } of [hiddenFact, whole, home, grant]) expect(all).toContain(id);
    const seen = await query('pageSize=100', helper);
    expect(seen).toEqual(expect.arrayContaining([request.id, grant.id, helper.grant]));
    for (const id of [hiddenFact.id, whole.id, home.id, other.grant ?? '']) {
      expect(seen).not.toContain(id);
      await refused(404, 'credential_not_found', act('GET', id));
    }
    expect((await act('GET', grant.id)).status).toBe(200);
  });

  it('is nothing of what the citizen does as an agency', async () => {
    const ofEve = requestBody(authority, {
      forPersonalData: [fact('income/').replace('/alice/', '/eve/')],
      isConsentForDataSubject: authority.eve.webId,
    });
    const { id } = await issue(authority, authority.alice, ofEve);
    expect(await query('pageSize=100', helper)).not.toContain(id);
  });
});
