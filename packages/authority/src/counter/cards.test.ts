import { explanationToFields } from '@grondslag/protocol';
import {
  cardViewSchema,
  counterEntriesSchema,
  counterReceiptSchema,
  letterSchema,
  newCardAnswerSchema,
} from '@grondslag/protocol/counter';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  grantBody,
  issue,
  requestBody,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { expectStatus } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';
import { MOST_WRONG_BIRTHS, MOST_WRONG_CODES } from './find-letter.ts';
import { MOST_LOOKUPS } from './use-card.ts';

const bornOn = '1957-03-04';
const sighting = { channel: 'counter', citizenPresent: true, document: 'passport' };
const by = { name: 'A. Visser', role: 'beheerder' };
let authority: TestAuthority;
let clerk: Person;
let colleague: Person;
let number: string;
let count = 0;

beforeAll(async () => {
  authority = await createTestAuthority();
  const place = { visit: { nl: 'Kerkplein 1' }, post: { nl: 'Postbus 1' }, phone: '0900 1234' };
  for (const [id, runBy] of [
    ['library', authority.eve.webId],
    ['town-hall', authority.bob.webId],
  ] as const) {
    const desk = { id, name: { nl: id }, runBy, ...place, open: true };
    await expectStatus(200, authority.send('PUT', 'v1/desks', authority.operator, desk));
  }
});
afterAll(() => authority.close());
beforeEach(async () => {
  // Each with tries of their own.
  clerk = await newClerk();
  colleague = await newClerk();
  const made = await expectStatus(200, makeCard());
  number = newCardAnswerSchema.parse(await made.json()).number;
});

async function newClerk(desk = 'library') {
  const person = await authority.provider.person(`clerk${++count}`);
  const body = { webId: person.webId, name: 'J. Smit', desk, state: 'admitted', by };
  const sent = { ...body, reasons: { nl: 'Werkt aan de balie.' } };
  await expectStatus(200, authority.send('PUT', 'v1/desks/clerks', authority.operator, sent));
  return person;
}
const makeCard = (who = authority.alice) =>
  authority.send('PUT', 'v1/counter/card', who, { bornOn });
const ask = (consent: Record<string, unknown> = {}) => {
  const words = explanationToFields({
    needs: [
      {
        resource: authority.inPod('facts/income/'),
        claimType: g.IncomeCredential,
        reason: { nl: 'Uw toeslag hangt af van uw inkomen.' },
        required: true,
      },
    ],
    purposeInWords: { nl: 'Wij berekenen uw toeslag.' },
    otherRoute: { text: { nl: 'Kom langs.' } },
  });
  const body = requestBody(authority, {
    ...{ forPersonalData: [authority.inPod('facts/income/')], ...words, ...consent },
  });
  return issue(authority, authority.bob, body);
};
const allow = (request: { id: string }) =>
  issue(
    authority,
    authority.alice,
    grantBody(authority, {
      forPersonalData: [authority.inPod('facts/income/')],
      verifiedRequest: request.id,
    }),
  );
const proof = (members: object = {}) => ({ number, bornOn, sighting, ...members });
const look = (members: object = {}, who = clerk) =>
  authority.send('POST', 'v1/counter/citizens', who, proof(members));
const stop = (decision: { id: string }, who = clerk, members: object = {}) =>
  authority.send(
    'POST',
    'v1/counter/withdrawals',
    who,
    proof({ decision: decision.id, ...members }),
  );
const print = (request: { id: string }, who = clerk) =>
  authority.send('PUT', 'v1/counter/letters', who, proof({ request: request.id }));
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const seen = async (who = clerk) =>
  cardViewSchema.parse(await (await expectStatus(200, look({}, who))).json());
async function entriesOf(who: Person) {
  const answered = await expectStatus(
    200,
    authority.send('GET', 'v1/counter/entries', authority.alice),
  );
  const { items } = counterEntriesSchema.parse(await answered.json());
  return items.filter((entry) => entry.clerk.webId === who.webId);
}

describe('a counter card', () => {
  it('tells its number once, and leaves neither that nor the date of birth in the database', async () => {
    const answered = await authority.send('GET', 'v1/counter/card', authority.alice);
    expect(await answered.json()).toEqual({ card: { madeAt: expect.any(String) } });
    const rows = JSON.stringify(
      await authority.database.db.selectFrom('counter_card').selectAll().execute(),
    );
    expect(rows).toContain(authority.alice.webId);
    expect(rows).not.toContain(number);
    expect(rows).not.toContain(bornOn);
  });

  it('is worth nothing when a later one was made, or the citizen ended it', async () => {
    const later = newCardAnswerSchema.parse(await (await makeCard()).json());
    await refused(404, 'card_unknown', look());
    await expectStatus(200, look({ number: later.number }));
    await expectStatus(200, authority.send('DELETE', 'v1/counter/card', authority.alice));
    await refused(404, 'card_unknown', look({ number: later.number }));
    expect(await (await authority.send('GET', 'v1/counter/card', authority.alice)).json()).toEqual(
      {},
    );
  });

  it('is made by a clerk only for the citizen of a letter, which the citizen sees', async () => {
    const request = await ask();
    const uuid = request.id.slice(request.id.lastIndexOf('/') + 1);
    const written = authority.send('PUT', `v1/access-requests/${uuid}/letter`, authority.bob, {
      bornOn,
    });
    const { code } = letterSchema.parse(await (await written).json());
    const send = (members: object) =>
      authority.send('PUT', 'v1/counter/cards', clerk, { code, bornOn, sighting, ...members });
    await refused(404, 'letter_unknown', send({ bornOn: '1957-03-05' }));
    const made = newCardAnswerSchema.parse(await (await expectStatus(200, send({}))).json());
    await refused(404, 'card_unknown', look());
    await expectStatus(200, look({ number: made.number }));
    expect((await entriesOf(clerk)).map(({ kind }) => kind)).toEqual(['found', 'carded']);
  });
});

describe('with a card at a counter', () => {
  it('a clerk finds what stands and what waits, on record for the citizen each time', async () => {
    const [allowed, open] = [await ask(), await ask()];
    const grant = await allow(allowed);
    const view = await seen();
    expect(view.inForce.find(({ decision }) => decision.id === grant.id)).toMatchObject({
      request: { id: allowed.id },
      state: 'active',
    });
    expect(view.open.map(({ id }) => id)).toContain(open.id);
    expect(view.open.map(({ id }) => id)).not.toContain(allowed.id);
    await look();
    expect(await entriesOf(clerk)).toMatchObject([
      { kind: 'found', sighting },
      { kind: 'found', desk: { id: 'library' } },
    ]);
  });

  it('a clerk sees nothing that is no answer to a question in words, nor of who runs the desk', async () => {
    const own = await issue(
      authority,
      authority.alice,
      grantBody(authority, { forPersonalData: [authority.inPod('facts/income/')] }),
    );
    const silent = await issue(authority, authority.bob, requestBody(authority));
    const grant = await allow(await ask());
    const open = await ask();
    const view = await seen();
    expect(view.inForce.map(({ decision }) => decision.id)).not.toContain(own.id);
    expect(view.open.map(({ id }) => id)).not.toContain(silent.id);
    const atTownHall = await newClerk('town-hall');
    expect(await seen(atTownHall)).toEqual({ inForce: [], open: [] });
    await refused(409, 'nothing_to_withdraw', stop(grant, atTownHall));
    await refused(409, 'nothing_to_withdraw', stop(own));
    await refused(403, 'desk_of_asking_agency', print(open, atTownHall));
  });

  it('a clerk finds what is older page by page, each on record', async () => {
    const first = await ask();
    for (let left = 100; left > 0; left -= 1) await ask();
    const { open, next } = await seen();
    expect(open).toHaveLength(100);
    expect(next).toEqual({ open: open.at(-1)?.id });
    const answered = await expectStatus(200, look({ older: { list: 'open', than: next?.open } }));
    const older = cardViewSchema.parse(await answered.json());
    expect([older.inForce, older.open[0]?.id]).toEqual([[], first.id]);
    expect(await entriesOf(clerk)).toHaveLength(2);
  });

  it('the citizen stops one of them, and nothing is read from then on', async () => {
    const grant = await allow(await ask());
    const answered = await expectStatus(201, stop(grant));
    const { entry, decision } = counterReceiptSchema.parse(await answered.json());
    expect(decision.id).toBe(grant.id);
    expect(await entriesOf(clerk)).toEqual([entry]);
    expect(entry).toMatchObject({ kind: 'withdrawn', decision: grant.id, sighting });
    const ticket = await authority.ticket([authority.inPod('facts/income/2025')]);
    await refused(403, 'grant_revoked', authority.exchange(authority.bob, grant, ticket));
    await refused(409, 'nothing_to_withdraw', stop(grant));
  });

  it('nobody else’s permission is stopped, and no letter about a question to somebody else is printed', async () => {
    const answered = await makeCard(authority.eve);
    const other = newCardAnswerSchema.parse(await answered.json());
    const [request, grant] = [await ask(), await allow(await ask())];
    const sent = stop(grant, clerk, { number: other.number });
    await refused(409, 'nothing_to_withdraw', sent);
    const body = proof({ number: other.number, request: request.id });
    const printed = authority.send('PUT', 'v1/counter/letters', clerk, body);
    await refused(404, 'credential_not_found', printed);
  });

  it('has a letter printed, whose answer a colleague enters and never who printed it', async () => {
    const request = await ask();
    const { code, ...letter } = letterSchema.parse(
      await (await expectStatus(200, print(request))).json(),
    );
    expect(letter.request.id).toBe(request.id);
    expect(letter.desks.map(({ id }) => id)).toEqual(['library']);
    const open = (who: Person) =>
      authority.send('POST', 'v1/counter/questions', who, { code, bornOn });
    await refused(403, 'letter_of_own_printing', open(clerk));
    await expectStatus(200, open(colleague));
    expect(await entriesOf(clerk)).toMatchObject([
      { kind: 'printed', request: request.id, sighting },
    ]);
    await allow(request);
    await refused(409, 'letter_not_possible', print(request));
  });

  it('no clerk goes on with wrong numbers or dates, nor looks up many', async () => {
    await refused(422, 'letter_code_mistyped', look({ number: '7K2QX-94MTB' }));
    for (let tries = 0; tries < MOST_WRONG_BIRTHS; tries++) {
      await refused(404, 'card_unknown', look({ bornOn: '1957-03-05' }));
    }
    await refused(409, 'card_locked', look());
    await refused(409, 'card_locked', look({}, colleague));
    const gone = number;
    number = newCardAnswerSchema.parse(await (await makeCard()).json()).number;
    for (let tries = MOST_WRONG_BIRTHS; tries < MOST_WRONG_CODES; tries++) {
      await refused(404, 'card_unknown', look({ number: gone }));
    }
    await refused(429, 'too_many_codes', look());
    for (let looked = 2; looked < MOST_LOOKUPS; looked++)
      await expectStatus(200, look({}, colleague));
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => look({}, colleague)));
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(2);
    await refused(429, 'too_many_lookups', look({}, colleague));
    authority.advance(3_601_000);
    await expectStatus(200, look({}, colleague));
    authority.advance(-3_601_000);
  });

  it('nobody does anything who is no clerk, or has not seen the citizen', async () => {
    const [request, grant] = [await ask(), await allow(await ask())];
    for (const who of [authority.alice, authority.bob, authority.operator]) {
      await refused(403, 'not_clerk', look({}, who));
      await refused(403, 'not_clerk', stop(grant, who));
      await refused(403, 'not_clerk', print(request, who));
    }
    for (const wrong of [
      { channel: 'paper', signed: true, reference: '2026-1' },
      { ...sighting, citizenPresent: false },
    ]) {
      await refused(400, 'invalid_body', look({ sighting: wrong }));
      await refused(400, 'invalid_body', stop(grant, clerk, { sighting: wrong }));
    }
  });
});
