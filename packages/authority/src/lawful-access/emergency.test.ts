import { issuedLawfulAccessSchema } from '@grondslag/legal-basis';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import {
  breakGlassExample,
  expectStatus,
  registerEmergency,
} from '../test-support/legal-bodies.ts';

const scene = setLawfulAccessScene();

describe('an emergency', () => {
  let activity: string;
  beforeAll(async () => {
    activity = await registerEmergency(scene.authority);
  });
  const emergency = (members: object = {}) =>
    scene.ask({
      mandate: undefined,
      activity,
      breakGlass: { ...breakGlassExample, reviewAfterwards: false, ...members },
    });

  it('opens for minutes, is logged first, told after, and is to be reviewed', async () => {
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
    expect(record).toMatchObject({
      danger: breakGlassExample.danger,
      officials: breakGlassExample.officials,
    });
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
      { officials: breakGlassExample.officials.slice(1) },
    ],
    ['for a day', 'break_glass_too_long', { minutes: 1440 }],
  ];
  it.each(refusals)('is refused %s', async (_what, code, members) => {
    await expectProblem(422, code, emergency(members));
  });
});
