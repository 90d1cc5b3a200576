import { describe, expect, it } from 'vitest';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import {
  activityOf,
  expectStatus,
  mandateOf,
  registerWithMandate,
} from '../test-support/legal-bodies.ts';

const scene = setLawfulAccessScene();

describe('lawful access is refused', () => {
  it('with the rule that decided, its article, and what to do', async () => {
    const other = activityOf(scene.authority, scene.authority.bob, {
      id: 'https://x.example/top-up',
    });
    await expectStatus(
      201,
      scene.authority.send('POST', 'v1/processing-activities', scene.authority.bob, other),
    );
    const problem = await expectProblem(
      422,
      'mandate_missing',
      scene.ask({ mandate: undefined, activity: other.id }),
    );
    expect(problem).toMatchObject({
      article: '6(3)',
      why: { nl: expect.any(String), en: expect.any(String) },
      advice: { nl: expect.any(String), en: expect.any(String) },
    });
  });

  it('without a mandate of its own', async () => {
    await expectProblem(
      422,
      'mandate_missing',
      scene.ask({ mandate: `${scene.authority.baseUrl}v1/mandates/none` }),
    );
    const draft = await scene.authority.send(
      'POST',
      'v1/mandates',
      scene.authority.bob,
      mandateOf(scene.authority, scene.authority.bob),
    );
    const { mandate } = (await draft.json()) as { mandate: { id: string } };
    await expectProblem(409, 'mandate_not_decided', scene.ask({ mandate: mandate.id }));
    await expectProblem(403, 'participant_unknown', scene.ask({}, scene.authority.eve));
    await expectProblem(
      422,
      'mandate_missing',
      scene.ask({ mandate: mandate.id }, scene.authority.eve),
    );
    const other = await scene.authority.provider.person('other');
    await registerWithMandate(scene.authority, other);
    await expectProblem(403, 'mandate_of_another', scene.ask({}, other));
  });

  it('for more than the mandate names, or what no source places', async () => {
    const need = { fields: ['amount'], necessity: { nl: 'Omdat het zo is.' } };
    const income = 'https://w3id.org/grondslag/terms#IncomeCredential';
    const home = 'https://w3id.org/grondslag/terms#ResidenceCredential';
    await expectProblem(
      403,
      'not_in_mandate',
      scene.ask({ dataNeeds: [{ ...need, claimType: home }] }),
    );
    const more = { ...need, claimType: income, fields: ['amount', 'currency'] };
    await expectProblem(403, 'not_in_mandate', scene.ask({ dataNeeds: [more] }));
    const diary = { ...need, claimType: 'https://example.org/Diary' };
    await expectProblem(403, 'not_placed_by_source', scene.ask({ dataNeeds: [diary] }));
    const less = await scene.give({ dataNeeds: [{ ...need, claimType: income }] });
    expect(less.access.dataNeeds).toMatchObject([{ fields: ['amount'] }]);
  });

  it('for who has no vault here, and where the citizen does not control it', async () => {
    await expectProblem(404, 'no_vault', scene.ask({ citizen: 'https://elsewhere.example/#me' }));
    const before = scene.authority.askControl;
    scene.authority.askControl = async () => ({ controlled: [], features: [] });
    try {
      await expectProblem(404, 'no_vault', scene.ask());
    } finally {
      scene.authority.askControl = before;
    }
  });

  it('for a time that is over', async () => {
    await expectProblem(400, 'expiry_in_past', scene.ask({ until: scene.authority.inDays(-1) }));
    const short = await scene.give({ until: scene.authority.inDays(1) });
    expect(new Date(short.access.validUntil) <= new Date(scene.authority.inDays(1))).toBe(true);
  });

  const bad: [string, object][] = [
    ['without mandate and activity', { mandate: undefined }],
    ['with both', { activity: 'https://x.example/' }],
    ['with a member nobody knows', { consent: true }],
    ['without data', { dataNeeds: [] }],
    ['about nobody', { citizen: 'Anna' }],
    ['until some day', { until: 'tomorrow' }],
    [
      'with a null character',
      {
        breakGlass: {
          danger: '\0',
          whyNoOtherBasis: '',
          officials: [],
          reviewAfterwards: true,
          minutes: 1,
        },
      },
    ],
  ];
  it.each(bad)('%s', async (_what, members) => {
    await expectProblem(400, 'invalid_body', scene.ask(members));
  });

  it('without a login', async () => {
    for (const path of ['v1/lawful-accesses', 'v1/notices', 'v1/objections']) {
      await expectProblem(401, 'token_missing', scene.authority.send('GET', path));
    }
  });
});
