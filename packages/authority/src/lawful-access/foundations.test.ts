import { createLawRegister, issuedLawfulAccessSchema } from '@grondslag/legal-basis';
import { describe, expect, it } from 'vitest';
import { createTestAuthority } from '../test-support/create-test-authority.ts';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import {
  activityOf,
  decideOn,
  expectStatus,
  publish,
  registerWithMandate,
  step,
} from '../test-support/legal-bodies.ts';

const scene = setLawfulAccessScene();

describe('lawful access follows what it rests on', () => {
  const operate = (
    mandate: Parameters<typeof step>[2],
    name: string,
    by = scene.authority.operator,
  ) => expectStatus(201, step(scene.authority, by, mandate, { step: name }));

  it('stands still while its mandate is suspended, and goes on after', async () => {
    const { mandate } = await publish(scene.authority, scene.agency);
    const given = await scene.give({ mandate: mandate.id });
    await operate(mandate, 'suspended');
    expect(await scene.look(given)).toMatchObject({
      state: 'suspended',
      why: { rule: 'mandate_suspended' },
    });
    await expectProblem(403, 'mandate_suspended', scene.exchange(given));
    await operate(mandate, 'resumed');
    expect(await scene.look(given)).toMatchObject({ state: 'active' });
    await expectStatus(200, scene.exchange(given));
    expect((await scene.notices()).map((one) => !one.delayed && one.kind)).toEqual([
      'access-resumed',
      'access-suspended',
      'access-given',
    ]);
  });

  it('ends with its mandate, and vault servers hear it', async () => {
    const { mandate } = await publish(scene.authority, scene.agency);
    const given = await scene.give({ mandate: mandate.id });
    await operate(mandate, 'ended', scene.authority.bob);
    expect(await scene.look(given)).toMatchObject({
      state: 'ended',
      why: { rule: 'mandate_ended' },
    });
    await expectProblem(403, 'mandate_ended', scene.exchange(given));
    const { changes } = (await (await scene.authority.askStatusChanges('')).json()) as {
      changes: object[];
    };
    expect(changes).toContainEqual(
      expect.objectContaining({ credential: given.credential.id, change: 'revoked' }),
    );
  });

  it('ends when a next version of its mandate is published', async () => {
    const { mandate } = await publish(scene.authority, scene.agency);
    const given = await scene.give({ mandate: mandate.id });
    await publish(scene.authority, scene.agency, { id: mandate.id, version: 2, accessDays: 10 });
    expect(await scene.look(given)).toMatchObject({
      state: 'ended',
      why: { rule: 'mandate_ended' },
    });
    const again = await scene.give({ mandate: mandate.id });
    expect(again.access.mandate).toMatchObject({ version: 2 });
  });

  it('stands still while the agency is suspended, and ends when it is removed', async () => {
    const other = await scene.person('agency');
    const own = await registerWithMandate(scene.authority, other);
    const given = await scene.give({ mandate: own.mandate.id }, other);
    const stateAfter = async (decision: 'suspended' | 'admitted' | 'removed') => {
      await decideOn(scene.authority, other.webId, decision);
      return (await scene.look(given)).state;
    };
    expect(await stateAfter('suspended')).toBe('suspended');
    await expectProblem(403, 'participant_not_admitted', scene.exchange(given, undefined, other));
    expect(await stateAfter('admitted')).toBe('active');
    expect(await stateAfter('removed')).toBe('ended');
    expect(await stateAfter('admitted')).toBe('ended');
    expect((await scene.look(given)).why.rule).toBe('participant_not_admitted');
    await expectProblem(403, 'access_ended', scene.exchange(given, undefined, other));
  });

  it('ends when its activity has another version', async () => {
    const other = await scene.person('agency');
    const own = await registerWithMandate(scene.authority, other);
    const given = await scene.give({ mandate: own.mandate.id }, other);
    const next = activityOf(scene.authority, other, { version: 2 });
    await expectStatus(201, scene.authority.send('POST', 'v1/processing-activities', other, next));
    expect(await scene.look(given)).toMatchObject({
      state: 'ended',
      why: { rule: 'activity_not_current' },
    });
    await expectProblem(403, 'activity_not_current', scene.exchange(given, undefined, other));
  });
});

describe('a law that ends', () => {
  it('ends the access on that day, and what is asked after it', async () => {
    const day = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const law = {
      scheme: 'bwb' as const,
      identifier: 'BWBR0015703',
      title: { nl: 'Participatiewet' },
      publishedAt: 'https://wetten.overheid.nl/BWBR0015703',
      validFrom: '2004-01-01',
      validUntil: day(3),
      articles: [],
      complete: false,
    };
    const other = await createTestAuthority(undefined, {
      laws: createLawRegister([{ laws: [law] }]),
    });
    try {
      const { mandate } = await registerWithMandate(other);
      const sent = { mandate: mandate.id, citizen: other.alice.webId };
      const given = issuedLawfulAccessSchema.parse(
        await (
          await expectStatus(201, other.send('POST', 'v1/lawful-accesses', other.bob, sent))
        ).json(),
      );
      expect(given.access.validUntil).toBe(new Date(law.validUntil).toISOString());
      other.advance(4 * 86_400_000);
      await expectProblem(
        422,
        'law_not_in_force',
        other.send('POST', 'v1/lawful-accesses', other.bob, sent),
      );
      const [resource = ''] = given.access.resources;
      const ticket = await other.ticket([resource]);
      await expectProblem(
        403,
        'access_expired',
        other.exchange(other.bob, given.credential, ticket),
      );
    } finally {
      await other.close();
    }
  });
});
