import { issuedLawfulAccessSchema } from '@grondslag/legal-basis';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import { activityOf, expectStatus } from '../test-support/legal-bodies.ts';

const scene = setLawfulAccessScene();

describe('an emergency', () => {
  const breakGlass = {
    danger: 'De bewoner antwoordt niet en het huis staat onder water.',
    whyNoOtherBasis: 'De bewoner kan niets worden gevraagd.',
    officials: [
      { name: 'K. Maes', role: 'Arts' },
      { name: 'L. Smit', role: 'Brandweer' },
    ],
    reviewAfterwards: false,
    minutes: 20,
  };
  let activity: string;
  beforeAll(async () => {
    const body = activityOf(scene.authority, scene.authority.bob, {
      id: 'https://x.example/emergency',
      basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-d',
      lawRefs: [],
    });
    await expectStatus(
      201,
      scene.authority.send('POST', 'v1/processing-activities', scene.authority.bob, body),
    );
    activity = body.id;
  });
  const emergency = (members: object = {}) =>
    scene.ask({ mandate: undefined, activity, breakGlass: { ...breakGlass, ...members } });

  it('opens for minutes, is logged first, told after, and reviewed', async () => {
    const given = issuedLawfulAccessSchema.parse(
      await (await expectStatus(201, emergency())).json(),
    );
    expect(scene.authority.logs).toContainEqual({
      level: 'warn',
      event: 'break_glass',
      reference: given.id,
    });
    const { issuedAt, validUntil, emergency: record } = given.access;
    expect(new Date(validUntil).getTime() - new Date(issuedAt).getTime()).toBe(20 * 60_000);
    expect(record).toMatchObject({ danger: breakGlass.danger, officials: breakGlass.officials });
    const days = new Date(record?.reviewBefore ?? 0).getTime() - new Date(issuedAt).getTime();
    expect(days / 86_400_000).toBe(3);
    await expectStatus(200, scene.exchange(given));
    expect(await scene.notices()).toMatchObject([{ delayed: true, until: validUntil }]);
    scene.authority.advance(21 * 60_000);
    expect(await scene.notices()).toMatchObject([{ kind: 'emergency-access' }]);
    expect(await scene.look(given)).toMatchObject({
      state: 'expired',
      why: { rule: 'break_glass' },
    });
    await expectProblem(403, 'access_expired', scene.exchange(given));
    const object = { access: given.access.id, grounds: 'Dat was niet nodig.' };
    await expectProblem(
      409,
      'no_right_to_object',
      scene.authority.send('POST', 'v1/objections', scene.citizen, object),
    );
  });

  const refusals: [string, string, object][] = [
    ['without a danger', 'break_glass_incomplete', { danger: ' ' }],
    [
      'by one official without review',
      'break_glass_needs_two',
      { officials: breakGlass.officials.slice(1) },
    ],
    ['for a day', 'break_glass_too_long', { minutes: 1440 }],
  ];
  it.each(refusals)('is refused %s', async (_what, code, members) => {
    await expectProblem(422, code, emergency(members));
  });
});
