import {
  issuedLawfulAccessSchema,
  lawfulAccessViewSchema,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import type { AccessRequest } from '@grondslag/protocol';
import {
  type CloudEvent,
  type ConsentToConfirm,
  type HelperView,
  invitedHelperSchema,
} from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { asHelper, readHelper } from '../test-support/helper-scene.ts';
import { expectStatus, registerAgency, registerWithMandate } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
let authority: TestAuthority;
let parent: Person;
let helper: HelperView;
let number = 0;
let moved = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());
beforeEach(async () => {
  authority.advance(-moved);
  moved = 0;
  await authority.database.db.deleteFrom('represented_grant').execute();
  await authority.database.db.updateTable('helper').set({ ended_at: new Date() }).execute();
  parent = await authority.provider.person(`parent${++number}`);
  helper = await represent(10);
});

const fact = (name: string) => authority.inPod(`facts/${name}`);
function pass(days: number): void {
  authority.advance(days * DAY_MILLISECONDS);
  moved += days * DAY_MILLISECONDS;
}
/** Of Alice, who comes of age in so many days. */
async function represent(days: number): Promise<HelperView> {
  const born = new Date(authority.now().getTime() + days * DAY_MILLISECONDS);
  born.setUTCFullYear(born.getUTCFullYear() - 18);
  const bornOn = born.toISOString().slice(0, 10);
  const sent = authority.send('POST', 'v1/helpers', authority.operator, {
    kind: 'representative',
    ...{ citizen: authority.alice.webId, helper: parent.webId },
    ...{ name: 'Papa', citizenName: 'Alice', themes: ['income'] },
    representation: { ground: 'parental-authority', reference: 'Gezagsregister', bornOn },
  });
  const made = invitedHelperSchema.parse(await (await expectStatus(201, sent)).json());
  const facts = [fact('income/2025')];
  const path = `${made.helper.id}/confirmation`;
  return readHelper(authority.send('PUT', path, parent, { facts }));
}
const act = (method: string, path: string, body?: unknown) =>
  authority.send(method, path, parent, body, asHelper(helper));
async function sayYes(days = 100) {
  const agency = await authority.provider.person(`agency${++number}`);
  const extent = { forPersonalData: [authority.inPod('facts/income/')] };
  const ends = { expirationDate: authority.inDays(days + 1) };
  const request = await issue(authority, agency, requestBody(authority, extent, ends));
  await registerAgency(authority, agency);
  const body = grantBody(
    authority,
    {
      forPersonalData: [fact('income/2025')],
      isProvidedTo: agency.webId,
      verifiedRequest: (request as AccessRequest).id,
    },
    { expirationDate: authority.inDays(days) },
  );
  const grant = (await (await expectStatus(201, act('POST', 'issue', body))).json()) as {
    id: string;
  };
  const read = async () =>
    authority.exchange(agency, grant, await authority.ticket([fact('income/2025')]));
  return { grant, read };
}
async function toConfirm(by = authority.alice): Promise<ConsentToConfirm[]> {
  const sent = await expectStatus(200, authority.send('GET', 'v1/consents-to-confirm', by));
  return ((await sent.json()) as { items: ConsentToConfirm[] }).items;
}
const confirm = ({ id }: { id: string }, by = authority.alice) =>
  authority.send('PUT', `v1/consents-to-confirm/${id.slice(id.lastIndexOf('/') + 1)}`, by);
const end = () => authority.stores.majority.endUnconfirmed(authority.now());

describe('what a parent said yes to for a child', () => {
  it('is put to the citizen who comes of age, and goes on meanwhile', async () => {
    const { grant, read } = await sayYes();
    expect(await toConfirm()).toEqual([]);
    expect((await confirm(grant)).status).toBe(404);
    pass(11);
    expect(await end()).toBe(0);
    expect(await toConfirm()).toMatchObject([{ grant: grant.id, helper: helper.id }]);
    expect((await read()).status).toBe(200);
  });

  it('ends after thirty days when it is not confirmed', async () => {
    const { read } = await sayYes();
    pass(39);
    expect(await end()).toBe(0);
    expect((await read()).status).toBe(200);
    pass(2);
    expect(await end()).toBe(1);
    expect(await (await read()).json()).toMatchObject({ code: 'grant_revoked' });
    expect(await end()).toBe(0);
  });

  it('is the citizen’s own once confirmed', async () => {
    const { grant, read } = await sayYes();
    pass(20);
    await expectStatus(200, confirm(grant));
    expect(await toConfirm()).toEqual([]);
    expect((await confirm(grant)).status).toBe(404);
    pass(25);
    expect(await end()).toBe(0);
    expect((await read()).status).toBe(200);
  });

  it('is confirmed by the citizen, not by the parent or anybody else', async () => {
    const { grant } = await sayYes();
    pass(11);
    for (const by of [parent, authority.eve, authority.bob]) {
      expect((await confirm(grant, by)).status).toBe(404);
      expect(await toConfirm(by)).toEqual([]);
    }
    const path = `v1/consents-to-confirm/${grant.id.slice(grant.id.lastIndexOf('/') + 1)}`;
    expect(await (await act('PUT', path)).json()).toMatchObject({ code: 'not_for_helpers' });
  });

  it('is not asked about when it is over before, or was withdrawn', async () => {
    await sayYes(5);
    const { grant } = await sayYes();
    const path = grant.id.replace('/vc/', '/v1/access-grants/');
    await expectStatus(200, authority.send('PUT', `${path}/withdrawal`, authority.alice));
    pass(11);
    expect(await toConfirm()).toEqual([]);
  });

  it('is told to both in their events, once, that the child came of age', async () => {
    const told = async (by: Person) => {
      const sent = await authority.send('GET', 'v1/events?limit=500', by);
      return ((await sent.json()) as CloudEvent[])
        .filter(({ subject }) => subject === helper.id)
        .map(({ type }) => type.replace('org.w3id.grondslag.helper.', ''));
    };
    await authority.stores.helpers.endDue(authority.now());
    expect(await told(parent)).not.toContain('came-of-age.v1');
    pass(11);
    for (let round = 0; round < 2; round += 1) {
      await authority.stores.helpers.endDue(authority.now());
    }
    for (const by of [parent, authority.alice]) {
      expect((await told(by)).filter((type) => type === 'came-of-age.v1')).toHaveLength(1);
    }
    const seen = await readHelper(authority.send('GET', helper.id, authority.alice));
    expect(seen).toMatchObject({ state: 'ended', endedBy: 'time', endedAt: helper.until });
  });

  it('is nothing the parent can do any more from that day on', async () => {
    pass(11);
    expect(await (await act('GET', 'query')).json()).toMatchObject({ code: 'not_helper' });
  });
});

describe('a birthday that was registered wrong', () => {
  const correct = (bornOn: string, by = authority.operator) =>
    authority.send('PUT', `${helper.id}/birthday`, by, { bornOn });
  const yearsAgo = (years: number, days = 0) => {
    const day = new Date(authority.now().getTime() + days * DAY_MILLISECONDS);
    day.setUTCFullYear(day.getUTCFullYear() - years);
    return day.toISOString().slice(0, 10);
  };

  it('is corrected by the operator, and by nobody else', async () => {
    for (const by of [parent, authority.alice, authority.eve]) {
      const sent = await expectStatus(403, correct(yearsAgo(18, 20), by));
      expect(await sent.json()).toMatchObject({ code: 'not_operator' });
    }
    const answer = await (await expectStatus(200, correct(yearsAgo(18, 20)))).json();
    expect(answer).toMatchObject({ state: 'active', until: `${yearsAgo(0, 20)}T00:00:00.000Z` });
    expect(JSON.stringify(answer)).not.toContain(yearsAgo(18, 20));
    const future = await expectStatus(400, correct(yearsAgo(0, 2)));
    expect(await future.json()).toMatchObject({ code: 'birthday_in_future' });
  });

  it('makes of age who is: the say of the parent ends at once, with what they read', async () => {
    const { grant, read } = await sayYes();
    expect(await toConfirm()).toEqual([]);
    const answer = await (await expectStatus(200, correct(yearsAgo(18, -40)))).json();
    expect(answer).toMatchObject({ state: 'ended', endedBy: 'time', facts: [] });
    const own = await authority.ticket([fact('income/2025')]);
    const held = await authority.send('GET', helper.grant ?? '', parent);
    const exchanged = await authority.exchange(parent, await held.json(), own);
    expect(await exchanged.json()).toMatchObject({ code: 'grant_revoked' });
    // Thirty days from today, and not from a birthday that is longer ago.
    const [asked] = await toConfirm();
    expect(asked).toMatchObject({ grant: grant.id });
    const days = Date.parse(asked?.confirmBefore ?? '') - authority.now().getTime();
    expect(Math.round(days / DAY_MILLISECONDS)).toBe(30);
    expect(await end()).toBe(0);
    expect((await read()).status).toBe(200);
    await expectStatus(200, confirm(grant));
    expect(await toConfirm()).toEqual([]);
  });

  it('gives the say back when the child is younger', async () => {
    pass(11);
    await authority.stores.helpers.endDue(authority.now());
    const answer = await (await expectStatus(200, correct(yearsAgo(17)))).json();
    expect(answer).toMatchObject({ state: 'active' });
    expect(await toConfirm()).toEqual([]);
  });

  it('is of a child: of whom a court named there is none', async () => {
    const sent = authority.send('POST', 'v1/helpers', authority.operator, {
      kind: 'representative',
      ...{ citizen: authority.alice.webId, helper: authority.eve.webId },
      ...{ name: 'Eve', citizenName: 'Alice', themes: ['income'] },
      representation: {
        ground: 'court-decision',
        reference: 'Rechtbank 26/123',
        until: authority.inDays(9),
      },
    });
    const made = invitedHelperSchema.parse(await (await expectStatus(201, sent)).json());
    const path = `${made.helper.id}/birthday`;
    const put = authority.send('PUT', path, authority.operator, { bornOn: yearsAgo(40) });
    expect(await (await expectStatus(404, put)).json()).toMatchObject({ code: 'helper_not_found' });
  });
});

describe('an objection of a parent', () => {
  it('stays when the child comes of age, and is never asked about', async () => {
    const own = await registerWithMandate(authority, await authority.provider.person('fund'));
    const body = { mandate: own.mandate.id, citizen: authority.alice.webId };
    const given = issuedLawfulAccessSchema.parse(
      await (
        await expectStatus(201, authority.send('POST', 'v1/lawful-accesses', own.person, body))
      ).json(),
    );
    const sent = act('POST', 'v1/objections', { access: given.access.id, grounds: 'Niet nodig.' });
    const { objection } = objectionViewSchema.parse(await (await expectStatus(201, sent)).json());
    pass(15);
    await end();
    const seen = await expectStatus(200, authority.send('GET', given.access.id, authority.alice));
    expect(lawfulAccessViewSchema.parse(await seen.json())).toMatchObject({
      state: 'suspended',
      objection: objection.id,
    });
    expect(await toConfirm()).toEqual([]);
  });
});
