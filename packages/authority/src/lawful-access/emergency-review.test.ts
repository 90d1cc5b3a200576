import {
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  type LawfulAccessView,
  lawfulAccessViewSchema,
} from '@grondslag/legal-basis';
import { pageSchema } from '@grondslag/protocol/v1';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import {
  breakGlassExample,
  expectStatus,
  registerAgency,
  registerEmergency,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const MINUTE = 60_000;
const DAYS = 1_440 * MINUTE;
const scene = setLawfulAccessScene();
const [first] = breakGlassExample.officials;
const found = {
  outcome: 'justified',
  reasons: { nl: 'De brandweer moest weten wie er nog in huis was.' },
  by: { name: 'F. Gegeven', role: 'Functionaris gegevensbescherming' },
};

describe('the review of an emergency', () => {
  const activities = new Map<string, string>();
  beforeAll(async () => {
    const { authority } = scene;
    activities.set(authority.bob.webId, await registerEmergency(authority));
  });
  const ask = (members: object = {}, by: Person = scene.authority.bob) => {
    const sent = { breakGlass: { ...breakGlassExample, ...members } };
    return scene.ask({ mandate: undefined, activity: activities.get(by.webId), ...sent }, by);
  };
  async function open(members: object = {}, by?: Person): Promise<IssuedLawfulAccess> {
    const answer = await expectStatus(201, ask(members, by));
    return issuedLawfulAccessSchema.parse(await answer.json());
  }
  const review = (
    { access }: IssuedLawfulAccess,
    members: object = {},
    by: Person = scene.authority.bob,
  ) => scene.authority.send('PUT', `${access.id}/review`, by, { ...found, ...members });
  async function list(search: string, by: Person): Promise<readonly LawfulAccessView[]> {
    const answer = scene.authority.send('GET', `v1/lawful-accesses?${search}`, by);
    const page = pageSchema(lawfulAccessViewSchema);
    return page.parse(await (await expectStatus(200, answer)).json()).items;
  }

  it('is on record once, for the citizen and the agency to see, and the citizen is told', async () => {
    const given = await open();
    scene.authority.advance(21 * MINUTE);
    expect(await scene.look(given)).toMatchObject({ state: 'expired', reviewState: 'due' });
    const answer = await expectStatus(200, review(given));
    const view = lawfulAccessViewSchema.parse(await answer.json());
    expect(view).toMatchObject({
      ...{ state: 'expired', why: { rule: 'break_glass' }, reviewState: 'done' },
      review: { ...found, access: given.access.id, at: expect.any(String) },
    });
    expect(await scene.look(given)).toEqual(view);
    expect(await scene.notices()).toMatchObject([
      { kind: 'emergency-reviewed', access: given.access.id },
      { kind: 'emergency-access' },
    ]);
    await expectProblem(409, 'reviewed_before', review(given, { outcome: 'not-justified' }));
    expect((await scene.look(given)).review).toEqual(view.review);
    expect(scene.authority.logs).toContainEqual({
      ...{ level: 'info', event: 'emergency_reviewed', reference: given.id, code: 'justified' },
    });
  });

  it('is not by who opened it, however the name is written, nor by the citizen or a stranger', async () => {
    const given = await open();
    for (const name of [first?.name, 'k maes', ' K.  MAES ', 'K. Máes']) {
      const sent = review(given, { by: { name, role: 'Iemand anders' } });
      await expectProblem(422, 'reviewer_opened_it', sent);
    }
    await expectProblem(404, 'lawful_access_not_found', review(given, {}, scene.citizen));
    await expectProblem(404, 'lawful_access_not_found', review(given, {}, scene.authority.eve));
    scene.authority.advance(21 * MINUTE);
    await expectProblem(403, 'not_reviewer', review(given, {}, scene.citizen));
    for (const wrong of [{ outcome: 'perhaps' }, { reasons: {} }, { by: undefined }, { at: '' }]) {
      await expectProblem(400, 'invalid_body', review(given, wrong));
    }
    expect((await scene.look(given)).reviewState).toBe('due');
    await expectProblem(409, 'no_emergency', review(await scene.give()));
  });

  it('that finds it was not justified ends it at once, and says so', async () => {
    const given = await open();
    await expectStatus(200, scene.exchange(given));
    await expectStatus(200, review(given, { outcome: 'not-justified' }));
    await expectProblem(403, 'access_ended', scene.exchange(given));
    const { changes } = (await (await scene.authority.askStatusChanges('')).json()) as {
      changes: object[];
    };
    expect(changes).toContainEqual(
      expect.objectContaining({ credential: given.credential.id, change: 'revoked' }),
    );
    // In the minutes of an emergency the citizen sees that something is there, and no more.
    const until = given.access.validUntil;
    expect(await scene.notices()).toMatchObject([
      { delayed: true, until },
      { delayed: true, until },
    ]);
    scene.authority.advance(21 * MINUTE);
    expect(await scene.look(given)).toMatchObject({
      ...{ state: 'ended', reviewState: 'done', review: { outcome: 'not-justified' } },
      why: { rule: 'emergency_not_justified' },
    });
    const path = `v1/explanations?credential=${encodeURIComponent(given.credential.id)}`;
    const told = await expectStatus(200, scene.authority.send('GET', path, scene.citizen));
    const { items } = (await told.json()) as { items: object[] };
    const ended = { occasion: 'review', outcome: 'refuse', rule: 'emergency_not_justified' };
    expect(items).toContainEqual(expect.objectContaining(ended));
  });

  it('that is overdue is visible, and one official alone opens nothing until it is done', async () => {
    const { authority } = scene;
    const other = await scene.person('brigade');
    await registerAgency(authority, other);
    activities.set(other.webId, await registerEmergency(authority, other));
    const alone = { officials: [first] };
    const given = await open(alone, other);
    authority.advance(3 * DAYS + MINUTE);
    for (const by of [scene.citizen, other]) {
      expect((await scene.look(given, by)).reviewState).toBe('overdue');
    }
    await expectProblem(409, 'break_glass_review_overdue', ask(alone, other));
    // A life does not wait for a report, nor for the report of another body.
    await open({}, other);
    expect((await list('agency=me&review=overdue', other)).map(({ id }) => id)).toEqual([given.id]);
    expect(await list('agency=me&review=due', other)).toHaveLength(1);
    expect(await list('agency=me&review=done', other)).toEqual([]);
    await expectStatus(200, review(given, {}, other));
    const late = await scene.look(given);
    expect(late.reviewState).toBe('done');
    expect(late.review && late.review.at > (late.access.emergency?.reviewBefore ?? '')).toBe(true);
    await open(alone, other);
  });

  it('can be recorded by the operator, who sees the emergencies of all, and nothing else', async () => {
    const { authority } = scene;
    const given = await open();
    const other = await scene.give();
    const { operator } = authority;
    expect((await list('agency=any', operator)).map(({ id }) => id)).toContain(given.id);
    expect((await list('agency=any&review=due', operator)).map(({ id }) => id)).toContain(given.id);
    expect((await list('agency=any', operator)).map(({ id }) => id)).not.toContain(other.id);
    await expectProblem(
      404,
      'lawful_access_not_found',
      authority.send('GET', other.access.id, operator),
    );
    for (const by of [authority.bob, scene.citizen]) {
      const sent = authority.send('GET', 'v1/lawful-accesses?agency=any', by);
      await expectProblem(403, 'not_operator', sent);
    }
    expect((await scene.look(given, operator)).reviewState).toBe('due');
    await expectStatus(200, review(given, {}, operator));
  });
});
