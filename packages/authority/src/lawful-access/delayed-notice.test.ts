import { describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import { expectStatus, publish } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const scene = setLawfulAccessScene();

describe('a delayed notice', () => {
  const MINUTE = 60_000;

  it('is a counted place until its day, and then opens by itself', async () => {
    const delay = {
      ground: { nl: 'Het onderzoek zou mislukken.' },
      article: '23(1)(e)',
      until: scene.authority.inDays(2),
      overseer: { name: 'P. Rechter', role: 'Toezichthouder' },
    };
    const { mandate } = await publish(scene.authority, scene.agency, {
      notice: { when: 'delayed', delay },
    });
    const given = await scene.give({ mandate: mandate.id });
    const [place, ...others] = await scene.notices();
    expect(others).toEqual([]);
    expect(place).toEqual({ id: expect.any(String), delayed: true, until: delay.until });
    for (const path of [given.access.id, given.credential.id]) {
      const answer = await expectStatus(404, scene.authority.send('GET', path, scene.citizen));
      expect(await answer.text()).not.toContain(scene.authority.bob.webId);
    }
    await expectStatus(200, scene.exchange(given));
    const read = {
      id: crypto.randomUUID(),
      at: scene.authority.now().toISOString(),
      grant: given.credential.id,
      agency: scene.authority.bob.webId,
      owner: scene.citizen.webId,
      resource: scene.inVault('facts/income/2025.jsonld'),
      method: 'GET',
    };
    expect(await (await scene.authority.report([read])).json()).toMatchObject({ accepted: 1 });
    const reads = async (by: Person) =>
      ((await (await scene.authority.send('GET', 'v1/reads', by)).json()) as { items: object[] })
        .items.length;
    expect(await reads(scene.citizen)).toBe(0);
    expect(await reads(scene.authority.bob)).toBe(1);
    const object = { access: given.access.id, grounds: 'Ik weet het niet.' };
    await expectProblem(
      404,
      'lawful_access_not_found',
      scene.authority.send('POST', 'v1/objections', scene.citizen, object),
    );
    const list = await scene.authority.send('GET', 'v1/lawful-accesses', scene.citizen);
    expect(await list.json()).toEqual({ items: [] });
    scene.authority.advance(2 * 1440 * MINUTE + MINUTE);
    expect(await scene.notices()).toMatchObject([
      { kind: 'access-given', access: given.access.id },
    ]);
    expect(await scene.look(given)).toMatchObject({ access: { notice: { delay } } });
    expect(await reads(scene.citizen)).toBe(1);
  });
});
