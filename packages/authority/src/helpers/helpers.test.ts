import type { Sensitivity } from '@grondslag/legal-basis';
import { type AccessGrant, helperFromFields, statusChangesSchema } from '@grondslag/protocol';
import { type CloudEvent, type HelperView, helperViewSchema } from '@grondslag/protocol/v1';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import {
  asHelper,
  invitation,
  invite,
  readHelper,
  startHelp,
} from '../test-support/helper-scene.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
let authority: TestAuthority;
let noor: Person;
/** What the operator knows kinds of facts for. */
const sensitivities: Record<string, Sensitivity[]> = {};
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/', { sensitivities });
});
afterAll(() => authority.close());
beforeEach(async () => {
  noor = await authority.provider.person(`noor${++number}`);
  await authority.database.db.updateTable('helper').set({ ended_at: new Date() }).execute();
});

const refused = async (status: number, code: string, sent: Promise<Response>) => {
  const answer = await sent;
  expect(await answer.json()).toMatchObject({ code });
  expect(answer.status).toBe(status);
};
const accept = (code: string, by = noor) =>
  authority.send('POST', 'v1/helpers/acceptance', by, { code, name: 'Noor Bakker' });
const look = (code: string, by = noor) =>
  authority.send('POST', 'v1/helpers/invitation', by, { code });
const confirm = ({ id }: HelperView, facts: string[], by = authority.alice) =>
  authority.send('PUT', `${id}/confirmation`, by, { facts });
const end = ({ id }: HelperView, by: Person) => authority.send('PUT', `${id}/end`, by);
const fact = (name: string) => authority.inPod(`facts/${name}`);
async function grantOf({ grant }: HelperView, by = authority.alice): Promise<AccessGrant> {
  return (await authority.send('GET', grant ?? '', by)).json() as Promise<AccessGrant>;
}
async function exchange(helper: HelperView, by = noor, resource = fact('income/2025')) {
  return authority.exchange(by, await grantOf(helper), await authority.ticket([resource]));
}
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
  authority.advance(days * DAY_MILLISECONDS);
  try {
    return await work();
  } finally {
    authority.advance(-days * DAY_MILLISECONDS);
  }
}

describe('an invitation', () => {
  it('opens nothing before somebody took it and the citizen confirmed them', async () => {
    const { helper, code } = await invite(authority);
    expect(helper).toMatchObject({ state: 'invited', facts: [], name: 'Noor' });
    await refused(409, 'helper_not_to_confirm', confirm(helper, [fact('income/2025')]));
    expect(await (await look(code)).json()).toEqual({
      ...{ id: helper.id, name: 'Noor', citizenName: 'Alice' },
      ...{ themes: ['income'], may: 'act', until: helper.until },
    });
    const accepted = await readHelper(accept(code));
    expect(accepted).toMatchObject({
      state: 'to-confirm',
      helper: { webId: noor.webId, name: 'Noor Bakker' },
    });
    const asked = authority.send('GET', 'query', noor, undefined, asHelper(helper));
    await refused(403, 'not_helper', asked);
    await refused(403, 'helper_of_citizen', confirm(helper, [fact('income/2025')], noor));
    const active = await readHelper(confirm(helper, [fact('income/2025')]));
    expect(active).toMatchObject({ state: 'active', facts: [fact('income/2025')] });
  });

  it('has a code that is typed in any way people type it', async () => {
    const { code } = await invite(authority);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const typed = ` ${code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o')}`;
    expect((await look(typed)).status).toBe(200);
  });

  it('is for one person: of two who take it at once, one does', async () => {
    const { code } = await invite(authority);
    const people = [noor, authority.eve, authority.bob];
    const answers = await Promise.all(people.map((by) => accept(code, by)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    await refused(404, 'invitation_not_found', look(code));
  });

  it('is too old after seven days', async () => {
    const { helper, code } = await invite(authority);
    await later(7.01, async () => {
      await refused(404, 'invitation_not_found', accept(code));
      expect(await readHelper(authority.send('GET', helper.id, authority.alice))).toMatchObject({
        state: 'ended',
        endedBy: 'time',
      });
    });
  });

  it('that the citizen took back, nobody can take', async () => {
    const { helper, code } = await invite(authority);
    expect(await readHelper(end(helper, authority.alice))).toMatchObject({ state: 'ended' });
    await refused(404, 'invitation_not_found', accept(code));
  });

  it('is not for the citizen, and cannot be guessed at length', async () => {
    const { code } = await invite(authority);
    await refused(409, 'helper_is_citizen', accept(code, authority.alice));
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await look('0000-0000-0000')).status);
    expect(statuses).toEqual([...Array(10).fill(404), 429]);
  });

  it('keeps of its code only a digest', async () => {
    const { code } = await invite(authority);
    const rows = await authority.database.db.selectFrom('helper').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('is made once for one idempotency key', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const send = () =>
      authority.send('POST', 'v1/helpers', authority.alice, invitation(authority), key);
    const until = authority.inDays(3);
    const again = () =>
      authority.send('POST', 'v1/helpers', authority.alice, invitation(authority, { until }), key);
    const [first, second] = [await again(), await again()];
    expect(await second.json()).toEqual(await first.json());
    await refused(422, 'idempotency_key_reused', send());
  });

  const bad: [string, string, object][] = [
    ['without an end', 'invalid_body', { until: undefined }],
    ['for no theme', 'invalid_body', { themes: [] }],
    ['for a theme that climbs out', 'invalid_body', { themes: ['../..'] }],
    ['to do anything at all', 'invalid_body', { may: 'all' }],
    ['that has ended', 'expiry_in_past', { until: '2020-01-01T00:00:00Z' }],
    ['of more than a year', 'expiry_too_far', { until: '2090-01-01T00:00:00Z' }],
  ];
  it.each(bad)('%s is refused', async (_what, code, members) => {
    const sent = authority.send(
      'POST',
      'v1/helpers',
      authority.alice,
      invitation(authority, members),
    );
    await refused(400, code, sent);
  });

  it('is refused to who has twenty helpers', async () => {
    for (let i = 0; i < 20; i++) await invite(authority);
    const sent = authority.send('POST', 'v1/helpers', authority.alice, invitation(authority));
    await refused(409, 'too_many_helpers', sent);
  });
});

describe('a helper', () => {
  it('reads the facts that were shown, under a grant that says it is for help, and no other', async () => {
    const helper = await startHelp(authority, noor);
    const { providedConsent } = (await grantOf(helper)).credentialSubject;
    expect(helperFromFields(providedConsent)).toBe(helper.id);
    expect(providedConsent).toMatchObject({
      forPersonalData: [fact('income/2025')],
      isProvidedTo: noor.webId,
      inherit: false,
    });
    expect((await exchange(helper)).status).toBe(200);
    for (const resource of [fact('income/'), fact('income/2024'), fact('home/residence')]) {
      expect(await (await exchange(helper, noor, resource)).json()).toMatchObject({
        code: 'resource_not_granted',
      });
    }
    expect(await (await exchange(helper, authority.eve)).json()).toMatchObject({
      code: 'not_recipient',
    });
  });

  it.each(['facts/home/residence', 'facts/income/', 'facts/', 'private', 'facts/income/../x'])(
    'is never shown %s under the theme income',
    async (path) => {
      const helper = await startHelp(authority, noor, {}, []);
      await refused(
        403,
        'outside_help',
        confirm(helper, [new URL(path, authority.inPod('')).href]),
      );
    },
  );

  it('is not shown facts of somebody else', async () => {
    const helper = await startHelp(authority, noor, {}, []);
    const other = fact('income/2025').replace('/alice/', '/eve/');
    await refused(403, 'outside_help', confirm(helper, [other]));
  });

  it('sees other facts as soon as the citizen chooses others, and the grant before ends', async () => {
    const first = await startHelp(authority, noor);
    const next = await readHelper(confirm(first, [fact('income/2024')]));
    expect(next).toMatchObject({ state: 'active', startedAt: first.startedAt });
    expect(await (await exchange(first)).json()).toMatchObject({ code: 'grant_revoked' });
    expect((await exchange(next, noor, fact('income/2024'))).status).toBe(200);
    const none = await readHelper(confirm(next, []));
    expect(none.grant).toBeUndefined();
    expect(await (await exchange(next)).json()).toMatchObject({ code: 'grant_revoked' });
  });

  it.each(['citizen', 'helper'] as const)(
    'is ended by the %s in one call, also at vault servers',
    async (by) => {
      const helper = await startHelp(authority, noor);
      const { head } = statusChangesSchema.parse(
        await (await authority.askStatusChanges('')).json(),
      );
      const person = by === 'citizen' ? authority.alice : noor;
      expect(await readHelper(end(helper, person))).toMatchObject({ state: 'ended', endedBy: by });
      const { changes } = statusChangesSchema.parse(
        await (await authority.askStatusChanges(`?after=${head}`)).json(),
      );
      expect(changes).toMatchObject([{ credential: helper.grant, change: 'revoked' }]);
      expect(await (await exchange(helper)).json()).toMatchObject({ code: 'grant_revoked' });
      await refused(409, 'helper_not_to_confirm', confirm(helper, [fact('income/2025')]));
      const asked = authority.send('GET', 'query', noor, undefined, asHelper(helper));
      await refused(403, 'not_helper', asked);
      expect(await readHelper(end(helper, person))).toMatchObject({ state: 'ended' });
    },
  );

  it('is ended by time, with the grant', async () => {
    const helper = await startHelp(authority, noor, { until: authority.inDays(5) });
    const { expirationDate } = await grantOf(helper);
    expect(new Date(expirationDate ?? '')).toEqual(new Date(helper.until));
    await later(5.01, async () => {
      const shown = await readHelper(authority.send('GET', helper.id, noor));
      expect(shown).toMatchObject({ state: 'ended', endedBy: 'time' });
    });
  });

  it('is known to citizen and helper, and to nobody else', async () => {
    const helper = await startHelp(authority, noor);
    const list = async (by: Person, as: string) => {
      const answer = await authority.send('GET', `v1/helpers?as=${as}`, by);
      const { items } = (await answer.json()) as { items: unknown[] };
      return items.map((one) => helperViewSchema.parse(one).id);
    };
    expect((await list(authority.alice, 'citizen'))[0]).toBe(helper.id);
    expect(await list(noor, 'helper')).toEqual([helper.id]);
    expect(await list(noor, 'citizen')).toEqual([]);
    for (const by of [authority.eve, authority.bob, authority.operator]) {
      await refused(404, 'helper_not_found', authority.send('GET', helper.id, by));
      await refused(404, 'helper_not_found', end(helper, by));
      await refused(404, 'helper_not_found', confirm(helper, [], by));
      expect(await list(by, 'helper')).not.toContain(helper.id);
    }
  });

  it('tells citizen and helper in their events what happened', async () => {
    const helper = await startHelp(authority, noor);
    await readHelper(end(helper, authority.alice));
    const events = async (by: Person) => {
      const answer = await authority.send('GET', 'v1/events?limit=500', by);
      return ((await answer.json()) as CloudEvent[])
        .filter(({ subject }) => subject === helper.id)
        .map(({ type }) => type.replace('org.w3id.grondslag.helper.', ''));
    };
    const all = ['accepted.v1', 'started.v1', 'ended.v1'];
    expect(await events(authority.alice)).toEqual(all);
    expect(await events(noor)).toEqual(all);
  });

  it('that a citizen makes up as a mark on a grant is refused', async () => {
    for (const mark of [g.helper, g.actedBy]) {
      const body = grantBody(authority, { [mark]: `${authority.baseUrl}v1/helpers/1` });
      await refused(400, 'reserved_field', authority.send('POST', 'issue', authority.alice, body));
    }
  });
});

describe('who acts as a helper', () => {
  const never: [string, string, object?][] = [
    ['POST', 'v1/helpers', {}],
    ['GET', 'v1/helpers'],
    ['POST', 'v1/helpers/acceptance', {}],
    ['GET', 'v1/events'],
    ['POST', 'v1/webhooks', {}],
    ['GET', 'v1/webhooks'],
    ['POST', 'v1/access-requests', {}],
    ['POST', 'v1/access-grants', {}],
    ['POST', 'v1/access-denials', {}],
    ['PUT', `v1/access-grants/${crypto.randomUUID()}/withdrawal`, {}],
    ['GET', 'v1/consents-to-confirm'],
    ['GET', 'v1/helper-looks'],
    ['GET', 'v1/counter/entries'],
    ['GET', 'v1/counter/desk'],
    ['PUT', `v1/access-requests/${crypto.randomUUID()}/letter`, {}],
    ['POST', 'derive', {}],
    ['POST', 'v1/lawful-accesses', {}],
    ['POST', 'v1/mandates', {}],
    ['POST', 'token', {}],
  ];
  it.each(never)('can not %s %s', async (method, path, body) => {
    const helper = await startHelp(authority, noor);
    const answer = await authority.send(method, path, noor, body, asHelper(helper));
    expect(await answer.json()).toMatchObject({ code: 'not_for_helpers' });
    expect(answer.status).toBe(path === 'token' ? 400 : 403);
  });

  it('can not confirm, change or end a helper in the name of the citizen', async () => {
    const helper = await startHelp(authority, noor);
    const other = await startHelp(authority, authority.eve);
    for (const [method, what] of [
      ['GET', ''],
      ['GET', '/acts'],
      ['PUT', '/confirmation'],
      ['PUT', '/end'],
    ] as const) {
      const body = method === 'PUT' ? { facts: [] } : undefined;
      const path = `${other.id}${what}`;
      const asked = authority.send(method, path, noor, body, asHelper(helper));
      await refused(403, 'not_for_helpers', asked);
    }
  });
});

describe('a representative', () => {
  const birthday = (years: number, days = 0) => {
    const day = new Date(authority.now().getTime() + days * DAY_MILLISECONDS);
    day.setUTCFullYear(day.getUTCFullYear() - years);
    return day.toISOString().slice(0, 10);
  };
  const child = (bornOn: string) => ({
    ground: 'parental-authority',
    reference: 'Gezagsregister 2019/1',
    bornOn,
  });
  const register = (representation: object, by = authority.operator) =>
    authority.send('POST', 'v1/helpers', by, {
      kind: 'representative',
      citizen: authority.alice.webId,
      helper: noor.webId,
      name: 'Noor',
      citizenName: 'Alice',
      themes: ['income'],
      representation,
    });
  const registered = async (representation: object) => {
    const answer = await register(representation);
    expect(answer.status).toBe(201);
    return helperViewSchema.parse(((await answer.json()) as { helper: unknown }).helper);
  };

  it('is registered by an operator, and by nobody else', async () => {
    for (const by of [authority.alice, noor, authority.bob]) {
      await refused(403, 'not_operator', register(child(birthday(9)), by));
    }
    const parent = await registered(child(birthday(9)));
    expect(parent).toMatchObject({ state: 'to-confirm', ground: 'parental-authority', may: 'act' });
  });

  it('begins alone, until the child comes of age', async () => {
    const parent = await registered(child(birthday(17)));
    await refused(403, 'helper_of_citizen', confirm(parent, [], authority.alice));
    const active = await readHelper(confirm(parent, [fact('income/2025')], noor));
    expect(active).toMatchObject({ state: 'active', until: `${birthday(-1)}T00:00:00.000Z` });
    expect((await exchange(active)).status).toBe(200);
    await later(366, async () => {
      const ended = await readHelper(authority.send('GET', parent.id, noor));
      expect(ended).toMatchObject({ state: 'ended', endedBy: 'time' });
    });
  });

  it('sees all there is in the themes, also what comes later, and nothing else', async () => {
    const parent = await registered(child(birthday(9)));
    const begun = await readHelper(confirm(parent, [], noor));
    expect(begun).toMatchObject({ state: 'active', facts: [] });
    for (const inside of ['income/', 'income/2025', 'income/placed-later']) {
      expect((await exchange(begun, noor, fact(inside))).status).toBe(200);
    }
    const other = await exchange(begun, noor, fact('home/2025'));
    expect(await other.json()).toMatchObject({ error: 'request_denied' });
  });

  it('begins also where the operator knows the theme for a special category', async () => {
    sensitivities[g.IncomeCredential] = ['special-category'];
    const parent = await registered(child(birthday(9)));
    const begun = await readHelper(confirm(parent, [], noor));
    expect((await exchange(begun)).status).toBe(200);
    const chosen = await startHelp(authority, noor, {}, []);
    await refused(422, 'explicit_consent_missing', confirm(chosen, [fact('income/2024')]));
    delete sensitivities[g.IncomeCredential];
  });

  it('does not show the birthday of the child to anybody', async () => {
    const bornOn = birthday(9);
    const parent = await registered(child(bornOn));
    expect(JSON.stringify(parent)).not.toContain(bornOn);
  });

  it('is refused for who is of age, but by decision of a court', async () => {
    await refused(400, 'expiry_in_past', register(child(birthday(18))));
    const until = authority.inDays(700);
    const court = { ground: 'court-decision', reference: 'Rechtbank 26/123', until };
    expect(await registered(court)).toMatchObject({ until, ground: 'court-decision' });
  });

  it('is ended by the operator or the representative, not by the child', async () => {
    const parent = await registered(child(birthday(9)));
    await refused(403, 'representative_by_law', end(parent, authority.alice));
    expect(await readHelper(end(parent, authority.operator))).toMatchObject({
      endedBy: 'operator',
    });
  });
});
