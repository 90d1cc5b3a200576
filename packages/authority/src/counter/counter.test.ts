import { explanationToFields } from '@grondslag/protocol';
import {
  counterEntriesSchema,
  counterReceiptSchema,
  counterViewSchema,
  enteredFromFields,
  type Letter,
  letterSchema,
} from '@grondslag/protocol/counter';
import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestAuthority,
  denialBody,
  grantBody,
  issue,
  READ,
  requestBody,
  type TestAuthority,
  WRITE,
} from '../test-support/create-test-authority.ts';
import { expectStatus } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';
import { MOST_WRONG_BIRTHS, MOST_WRONG_CODES } from './find-letter.ts';

const bornOn = '1957-03-04';
const present = { channel: 'counter', citizenPresent: true, document: 'passport' };
const strip = { channel: 'paper', signed: true, reference: '2026-0012' };
const by = { name: 'A. Visser', role: 'beheerder' };
let authority: TestAuthority;
let clerk: Person;
let letter: Letter;
let number = 0;

beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  await openDesk('library', authority.eve.webId);
  await openDesk('town-hall', authority.bob.webId);
});
afterAll(() => authority.close());
beforeEach(async () => {
  // Each with tries of their own.
  clerk = await authority.provider.person(`clerk${++number}`);
  await decide(clerk, 'admitted');
  letter = await ask();
});

async function openDesk(id: string, runBy: string) {
  const place = { visit: { nl: 'Kerkplein 1' }, post: { nl: 'Antwoordnummer 1' } };
  const name = { nl: `Balie ${id}` };
  const desk = { id, name, runBy, ...place, phone: '0900 1234', open: true };
  await expectStatus(200, authority.send('PUT', 'v1/desks', authority.operator, desk));
}
async function decide({ webId }: Person, state: string, desk = 'library') {
  const body = { webId, name: 'J. Smit', desk, state, by, reasons: { nl: 'Werkt aan de balie.' } };
  await expectStatus(200, authority.send('PUT', 'v1/desks/clerks', authority.operator, body));
}
const needs = () => [
  {
    resource: authority.inPod('facts/income/'),
    claimType: g.IncomeCredential,
    reason: { nl: 'Uw toeslag hangt af van uw inkomen.' },
    required: true,
  },
];
async function newRequest(
  consent: Record<string, unknown> = {},
  envelope: Record<string, unknown> = {},
) {
  const words = explanationToFields({
    needs: needs(),
    purposeInWords: { nl: 'Wij berekenen uw toeslag.' },
    otherRoute: { text: { nl: 'Kom langs.' } },
  });
  const resources = { forPersonalData: [authority.inPod('facts/income/')] };
  const body = requestBody(authority, { ...resources, ...words, ...consent }, envelope);
  return issue(authority, authority.bob, body);
}
const uuidOf = ({ id }: { id: string }) => id.slice(id.lastIndexOf('/') + 1);
const write = (request: { id: string }, who = authority.bob) =>
  authority.send('PUT', `v1/access-requests/${uuidOf(request)}/letter`, who, { bornOn });
async function ask(): Promise<Letter> {
  const made = await expectStatus(200, write(await newRequest()));
  return letterSchema.parse(await made.json());
}
const yes = (consent: Record<string, unknown> = {}, { request } = letter) =>
  grantBody(authority, {
    forPersonalData: [authority.inPod('facts/income/')],
    verifiedRequest: request.id,
    ...consent,
  });
const no = ({ request } = letter) =>
  denialBody(authority, {
    forPersonalData: [authority.inPod('facts/income/')],
    verifiedRequest: request.id,
  });
const open = (members: object = {}, who = clerk) =>
  authority.send('POST', 'v1/counter/questions', who, { code: letter.code, bornOn, ...members });
const answer = (members: object = {}, who = clerk) =>
  authority.send('POST', 'v1/counter/answers', who, {
    ...{ code: letter.code, bornOn, sighting: present, answer: yes() },
    ...members,
  });
const stop = (members: object = {}, who = clerk) =>
  authority.send('POST', 'v1/counter/withdrawals', who, {
    ...{ code: letter.code, bornOn, sighting: present },
    ...members,
  });
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const received = async (sent: Promise<Response>) =>
  counterReceiptSchema.parse(await (await expectStatus(201, sent)).json());
async function entries(who = authority.alice) {
  const answered = await expectStatus(200, authority.send('GET', 'v1/counter/entries', who));
  return counterEntriesSchema.parse(await answered.json()).items;
}
const ofThisLetter = async () =>
  (await entries()).filter(({ request }) => request === letter.request.id);

describe('a letter', () => {
  it('tells its code once, what is asked, until when, and desks of others than who asks', () => {
    expect(letter.request.credentialSubject.hasConsent.isConsentForDataSubject).toBe(
      authority.alice.webId,
    );
    expect(letter.answerBefore).toBe(letter.request.expirationDate);
    expect(letter.desks.map(({ id }) => id)).toEqual(['library']);
  });

  it('leaves neither code nor date of birth in the database', async () => {
    const rows = JSON.stringify(
      await authority.database.db.selectFrom('letter').selectAll().execute(),
    );
    expect(rows).toContain(letter.request.id);
    expect(rows).not.toContain(letter.code);
    expect(rows).not.toContain(bornOn);
  });

  it('is worth nothing when a later one about the same question was made', async () => {
    const later = letterSchema.parse(await (await write(letter.request)).json());
    expect(later.code).not.toBe(letter.code);
    await refused(404, 'letter_unknown', open());
    await expectStatus(200, open({ code: later.code }));
  });

  it('is made by who asks, about what waits, to read, with an explanation', async () => {
    await refused(403, 'not_subject', write(letter.request, authority.alice));
    await refused(403, 'not_participant', write(letter.request, authority.eve));
    const silent = await issue(authority, authority.bob, requestBody(authority));
    await refused(409, 'letter_not_possible', write(silent));
    await refused(409, 'letter_not_possible', write(await newRequest({ mode: [WRITE] })));
    await received(answer());
    await refused(409, 'letter_not_possible', write(letter.request));
    const grant = await issue(authority, authority.alice, grantBody(authority));
    await refused(404, 'credential_not_found', write(grant));
  });

  it('brings the citizen who is logged in to the question, and nobody else', async () => {
    const look = (who: Person) =>
      authority.send('POST', 'v1/letters', who, { code: letter.code.toLowerCase() });
    const found = await expectStatus(200, look(authority.alice));
    expect(await found.json()).toEqual({ request: letter.request.id });
    await refused(404, 'letter_unknown', look(authority.eve));
  });
});

describe('the code of a letter', () => {
  it('shows typing errors, which are no tries', async () => {
    const typo = letter.code.replace(/^./, (sign) => (sign === '7' ? '8' : '7'));
    for (let tries = 0; tries <= MOST_WRONG_CODES; tries++) {
      await refused(422, 'letter_code_mistyped', open({ code: typo }));
    }
    await expectStatus(200, open());
  });

  it('is refused for some time to who tried too many, and to nobody else', async () => {
    const other = await ask();
    await write(other.request);
    for (let tries = 0; tries < MOST_WRONG_CODES; tries++) {
      await refused(404, 'letter_unknown', open({ code: other.code }));
    }
    await refused(429, 'too_many_codes', open());
    const colleague = await authority.provider.person(`colleague${number}`);
    await decide(colleague, 'admitted');
    await expectStatus(200, open({}, colleague));
  });

  it('is locked after too many wrong dates of birth, also when they come at once', async () => {
    const clerks = await Promise.all(
      Array.from({ length: MOST_WRONG_BIRTHS + 3 }, (_, index) =>
        authority.provider.person(`guesser${number}x${index}`),
      ),
    );
    for (const one of clerks) await decide(one, 'admitted');
    const answers = await Promise.all(
      clerks.map(async (one, index) => {
        const guess = open({ bornOn: `1957-03-1${index}` }, one);
        return ((await (await guess).json()) as { code: string }).code;
      }),
    );
    expect(answers.filter((code) => code === 'letter_unknown')).toHaveLength(MOST_WRONG_BIRTHS);
    expect(answers.filter((code) => code === 'letter_locked')).toHaveLength(3);
    await refused(409, 'letter_locked', open());
    expect(await ofThisLetter()).toEqual([]);
  });

  it('has all its tries again after a good one', async () => {
    for (let round = 0; round < 2; round++) {
      for (let tries = 1; tries < MOST_WRONG_BIRTHS; tries++) {
        await refused(404, 'letter_unknown', open({ bornOn: '1957-03-05' }));
      }
      await expectStatus(200, open());
    }
  });
});

describe('at a counter', () => {
  it('the clerk sees the question, and the citizen sees that, once', async () => {
    const view = counterViewSchema.parse(await (await expectStatus(200, open())).json());
    expect(view).toMatchObject({ state: 'pending', mayAnswer: true, askApart: [] });
    expect(view.request).toEqual(letter.request);
    await expectStatus(200, open());
    expect(await ofThisLetter()).toMatchObject([
      { kind: 'opened', clerk: { name: 'J. Smit' }, desk: { id: 'library' } },
    ]);
  });

  it('a yes is the citizen’s, opens what it names, and says who entered it where', async () => {
    const { decision, entry } = await received(answer());
    expect(decision.credentialSubject.id).toBe(authority.alice.webId);
    expect(enteredFromFields(decision.credentialSubject.providedConsent)).toEqual({
      ...{ channel: 'counter', desk: 'library', by: clerk.webId },
    });
    expect(entry).toMatchObject({ kind: 'answered', decision: decision.id, sighting: present });
    expect(await ofThisLetter()).toEqual([entry]);
    expect(await entries(authority.bob)).toEqual([]);
    const ticket = await authority.ticket([authority.inPod('facts/income/2025')]);
    await expectStatus(200, authority.exchange(authority.bob, decision, ticket));
  });

  it('a yes to some fields of a kind of fact gives a token for no others', async () => {
    const container = authority.inPod('facts/income/');
    const part = { resource: container, claimType: g.IncomeCredential, fields: ['year'] };
    const sent = answer({ answer: yes({ [g.sharedFields]: JSON.stringify([part]) }) });
    const { decision } = await received(sent);
    const ticket = await authority.ticket([`${container}2025`]);
    const given = await expectStatus(200, authority.exchange(authority.bob, decision, ticket));
    const { access_token: token } = (await given.json()) as { access_token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.permissions).toEqual([
      expect.objectContaining({
        resource: container,
        fields: { [g.IncomeCredential]: ['year'] },
      }),
    ]);
  });

  it('a no on paper is kept with the number of its strip', async () => {
    const { decision, entry } = await received(answer({ sighting: strip, answer: no() }));
    expect(decision.type).toContain('SolidAccessDenial');
    expect(entry.sighting).toEqual(strip);
    expect(JSON.stringify(decision)).not.toContain(strip.reference);
  });

  it('a question is answered once, on screen or here', async () => {
    await received(answer());
    await refused(409, 'already_decided', answer());
    letter = await ask();
    await issue(authority, authority.alice, yes());
    await refused(409, 'already_decided', answer());
    const view = counterViewSchema.parse(await (await open()).json());
    expect(view).toMatchObject({ state: 'granted', mayAnswer: false });
    expect(view.decision?.state).toBe('active');
  });

  it.each([
    [
      'a question of another letter',
      403,
      'answer_of_other_request',
      async () => yes({}, await ask()),
    ],
    ['no question', 403, 'answer_of_other_request', async () => grantBody(authority)],
    [
      'a question again',
      403,
      'answer_of_other_request',
      async () => requestBody(authority, { forPersonalData: [authority.inPod('x')] }),
    ],
    [
      'more than was asked',
      403,
      'resource_not_requested',
      async () => yes({ forPersonalData: [authority.inPod('facts/')] }),
    ],
    ['writing', 403, 'mode_not_requested', async () => yes({ mode: [READ, WRITE] })],
    ['nonsense', 400, 'invalid_body', async () => ({ credential: 1 })],
    [
      'fields that only the authority writes',
      400,
      'reserved_field',
      async () => yes({ [g.enteredBy]: authority.eve.webId }),
    ],
  ])('refuses an answer that is %s', async (_what, status, code, make) => {
    await refused(status, code, answer({ answer: await make() }));
    expect(await ofThisLetter()).toEqual([]);
  });

  it('nobody enters anything who is no clerk, or no more, or of a desk of who asks', async () => {
    for (const act of [open, answer, stop]) {
      await refused(403, 'not_clerk', act({}, authority.alice));
      await refused(403, 'not_clerk', act({}, authority.bob));
      await refused(403, 'not_clerk', act({}, authority.operator));
    }
    await decide(clerk, 'admitted', 'town-hall');
    for (const act of [open, answer, stop]) await refused(403, 'desk_of_asking_agency', act());
    await decide(clerk, 'removed');
    await refused(403, 'not_clerk', answer());
    await decide(authority.bob, 'admitted');
    await refused(403, 'desk_of_asking_agency', answer({}, authority.bob));
    await decide(authority.bob, 'removed');
  });

  it('no citizen can pretend that a clerk entered something', async () => {
    const forged = yes({ [g.channel]: 'counter', [g.desk]: 'library', [g.enteredBy]: clerk.webId });
    await refused(400, 'reserved_field', authority.send('POST', 'issue', authority.alice, forged));
  });

  it('a clerk confirms to have seen the citizen and a document, or a signed strip', async () => {
    for (const sighting of [
      { channel: 'counter', citizenPresent: false, document: 'passport' },
      { channel: 'counter', citizenPresent: true },
      { channel: 'counter', citizenPresent: true, document: 'NX1234567' },
      { ...strip, signed: false },
      { ...strip, reference: 'a name and a street' },
      { channel: 'telephone' },
    ]) {
      await refused(400, 'invalid_body', answer({ sighting }));
    }
  });

  it('what is sent again with the same key is entered once', async () => {
    const send = async () => {
      const url = new URL('v1/counter/answers', authority.baseUrl).href;
      return authority.app.request(url, {
        method: 'POST',
        headers: { ...(await clerk.dpop('POST', url)), 'Idempotency-Key': `key-${letter.code}` },
        body,
      });
    };
    const sent = { code: letter.code, bornOn, sighting: present, answer: yes() };
    const body = JSON.stringify(sent);
    const first = await received(send());
    expect(await received(send())).toEqual(first);
    expect(await ofThisLetter()).toHaveLength(1);
  });

  it('the citizen stops with the same code, and nothing is read from then on', async () => {
    const { decision } = await received(answer());
    const { entry } = await received(stop({ sighting: strip }));
    expect(entry).toMatchObject({ kind: 'withdrawn', decision: decision.id, sighting: strip });
    expect((await ofThisLetter()).map(({ kind }) => kind)).toEqual(['withdrawn', 'answered']);
    const ticket = await authority.ticket([authority.inPod('facts/income/2025')]);
    const sent = authority.exchange(authority.bob, decision, ticket);
    await refused(403, 'grant_revoked', sent);
    await refused(409, 'nothing_to_withdraw', stop());
  });

  it('stops what was allowed on screen too, and nothing where the answer was no', async () => {
    await refused(409, 'nothing_to_withdraw', stop());
    await issue(authority, authority.alice, yes());
    await received(stop());
    letter = await ask();
    await received(answer({ answer: no() }));
    await refused(409, 'nothing_to_withdraw', stop());
  });

  it('the code ends with the question, and stops what stands after that', async () => {
    const short = await newRequest({}, { expirationDate: authority.inDays(1) });
    letter = letterSchema.parse(await (await write(short)).json());
    authority.advance(2 * 86_400_000);
    await refused(409, 'letter_expired', answer({ answer: no() }));
    await refused(409, 'letter_not_possible', write(short));
    authority.advance(-2 * 86_400_000);
  });
});

describe('desks', () => {
  it('are known to all, their clerks to the operator', async () => {
    const listed = await expectStatus(200, authority.send('GET', 'v1/desks'));
    const { items } = (await listed.json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(['library', 'town-hall']);
    await refused(403, 'not_operator', authority.send('GET', 'v1/desks/clerks', clerk));
    const clerks = await (
      await authority.send('GET', 'v1/desks/clerks', authority.operator)
    ).text();
    expect(clerks).toContain(clerk.webId);
    expect(await (await authority.send('GET', 'v1/counter/desk', clerk)).json()).toMatchObject({
      clerk: { name: 'J. Smit', desk: { id: 'library' } },
    });
    const other = await authority.send('GET', 'v1/counter/desk', authority.alice);
    expect(await other.json()).toEqual({});
  });

  it('are recorded and staffed by the operator, and only those that were recorded', async () => {
    await refused(403, 'not_operator', authority.send('PUT', 'v1/desks', clerk, {}));
    await refused(403, 'not_operator', authority.send('PUT', 'v1/desks/clerks', clerk, {}));
    const body = { webId: clerk.webId, name: 'J. Smit', desk: 'nowhere', state: 'admitted' };
    const sent = { ...body, by, reasons: { nl: 'Nee.' } };
    const path = 'v1/desks/clerks';
    await refused(404, 'desk_unknown', authority.send('PUT', path, authority.operator, sent));
  });
});
