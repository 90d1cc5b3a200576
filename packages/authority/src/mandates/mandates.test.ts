import {
  type MandateView,
  mandateListSchema,
  mandateViewSchema,
  signMandate,
} from '@grondslag/legal-basis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import {
  activityOf,
  draft,
  expectStatus,
  mandateOf,
  official,
  publish,
  type RegisteredAgency,
  registerAgency,
  step,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let agency: RegisteredAgency;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  agency = await registerAgency(authority);
  const activity = activityOf(authority, authority.bob);
  await expectStatus(
    201,
    authority.send('POST', 'v1/processing-activities', authority.bob, activity),
  );
});
afterAll(() => authority.close());

const refused = async (status: number, code: string, sent: Promise<Response>) => {
  const problem = await (await expectStatus(status, sent)).json();
  expect(problem).toMatchObject({ status, code });
  return problem;
};
const view = async (path: string, by?: Person): Promise<MandateView> =>
  mandateViewSchema.parse(await (await expectStatus(200, authority.send('GET', path, by))).json());
const decision = { by: official, reasons: 'Zo is besloten.' };

describe('a mandate', () => {
  it('begins as a draft that says what it breaks and lacks, for the agency alone', async () => {
    const { weighing: _none, ...unweighed } = mandateOf(authority, authority.bob);
    const { mandate, state, broken } = await draft(authority, authority.bob, unweighed);
    expect(mandate).toMatchObject({ version: 1, agency: authority.bob.webId, steps: [] });
    expect([state, broken.map(({ rule }) => rule)]).toEqual(['draft', ['mandate_not_weighed']]);
    expect(await view(mandate.id, authority.bob)).toMatchObject({ mandate, state: 'draft' });
    for (const by of [undefined, authority.alice, authority.eve]) {
      await refused(404, 'mandate_not_found', authority.send('GET', mandate.id, by));
    }
    const { items } = mandateListSchema.parse(
      await (await authority.send('GET', 'v1/mandates')).json(),
    );
    expect(items).toEqual([]);
    await refused(
      409,
      'mandate_not_weighed',
      step(authority, authority.bob, mandate, { step: 'decided' }),
    );
  });

  it('names the gaps of its weighing', async () => {
    const whole = mandateOf(authority, authority.bob);
    if (whole.weighing === undefined) throw new Error('weighed');
    const steps = { ...whole.weighing.steps, proportionality: 'kort' };
    const thin = { ...whole, weighing: { ...whole.weighing, steps } };
    const { gaps, mandate } = await draft(authority, authority.bob, thin);
    expect(gaps).toMatchObject([{ kind: 'missing', path: 'steps.proportionality' }]);
    const problem = await refused(
      422,
      'weighing_incomplete',
      step(authority, authority.bob, mandate, { step: 'decided' }),
    );
    expect(problem).toMatchObject({
      why: { nl: expect.any(String) },
      advice: { nl: expect.any(String) },
      article: '5(2)',
    });
  });

  it('is decided on with a signature over this very text, name and reasons', async () => {
    const { person, key } = agency;
    const { mandate } = await draft(authority, person, mandateOf(authority, person));
    const decide = (members: object) =>
      step(authority, person, mandate, { step: 'decided', ...decision, ...members });
    await refused(422, 'signature_missing', decide({}));
    const signature = await signMandate(mandate, decision, key);
    const other = await signMandate({ ...mandate, accessDays: 90 }, decision, key);
    const notOurs = await signMandate(mandate, decision, { ...key, id: `${key.id}-2` });
    const [header, , rest] = signature.split('.');
    const payload = other.split('.')[1];
    for (const bad of [other, notOurs, `${header}.${payload}.${rest}`, 'abc', `${signature}x`]) {
      await refused(422, 'signature_invalid', decide({ signature: bad }));
    }
    const asAnother = { by: { ...official, name: 'B. Jansen' } };
    await refused(422, 'signature_invalid', decide({ signature, ...asAnother }));
    await refused(422, 'signature_invalid', decide({ signature, reasons: 'Andere redenen.' }));
    const decided = mandateViewSchema.parse(
      await (await expectStatus(201, decide({ signature }))).json(),
    );
    expect(decided).toMatchObject({ state: 'decided', mandate: { steps: [{ signature }] } });
    await refused(404, 'mandate_not_found', authority.send('GET', mandate.id));
  });

  it('is public once it is published, and stays so', async () => {
    const { mandate, state, broken } = await publish(authority, agency);
    expect([state, broken]).toEqual(['published', []]);
    expect(await view(mandate.id)).toMatchObject({ state: 'published' });
    const list = async (search: string) =>
      mandateListSchema
        .parse(await (await authority.send('GET', `v1/mandates${search}`)).json())
        .items.map((one) => one.mandate.id);
    const mine = `?agency=${encodeURIComponent(authority.bob.webId)}`;
    expect(await list(`${mine}&state=published`)).toContain(mandate.id);
    expect(await list(`${mine}&state=ended`)).not.toContain(mandate.id);
    await expectStatus(201, step(authority, authority.bob, mandate, { step: 'ended' }));
    expect(await view(mandate.id)).toMatchObject({ state: 'ended' });
    expect(await list(`${mine}&state=ended`)).toContain(mandate.id);
  });

  it('is suspended, resumed and ended by an operator, whose name stays with it', async () => {
    const { mandate } = await publish(authority, agency);
    const byOperator = (name: string) =>
      step(authority, authority.operator, mandate, { step: name });
    await refused(409, 'step_not_possible', byOperator('resumed'));
    for (const [name, state] of [
      ['suspended', 'suspended'],
      ['resumed', 'published'],
      ['ended', 'ended'],
    ] as const) {
      const answer = await expectStatus(201, byOperator(name));
      expect(await answer.json()).toMatchObject({ state });
    }
    await refused(409, 'step_not_possible', byOperator('ended'));
    for (const name of ['decided', 'published']) {
      await refused(403, 'step_of_another', byOperator(name));
    }
    await refused(
      403,
      'step_of_another',
      step(authority, authority.bob, mandate, { step: 'suspended' }),
    );
    await refused(
      403,
      'step_of_another',
      step(authority, authority.eve, mandate, { step: 'ended' }),
    );
  });

  it('ends when its next version is published, not before', async () => {
    const { person, key } = agency;
    const { mandate } = await publish(authority, agency);
    const next = { ...mandateOf(authority, person), id: mandate.id, version: 2, accessDays: 10 };
    const drafted = await draft(authority, person, next);
    expect(drafted).toMatchObject({ state: 'weighed', mandate: { version: 2 } });
    expect(await view(mandate.id)).toMatchObject({ state: 'published', mandate: { version: 1 } });
    expect(await view(mandate.id, person)).toMatchObject({ mandate: { version: 2 } });
    const signature = await signMandate(drafted.mandate, decision, key);
    for (const body of [{ step: 'decided', signature }, { step: 'published' }]) {
      await expectStatus(201, step(authority, person, mandate, body));
    }
    expect(await view(mandate.id)).toMatchObject({ state: 'published', mandate: { version: 2 } });
    expect(await view(`${mandate.id}?version=1`)).toMatchObject({
      state: 'ended',
      mandate: { steps: [{}, {}, { step: 'ended', reasons: 'Replaced by version 2.' }] },
    });
  });

  it('gets one next version, and none of somebody else', async () => {
    const { mandate } = await publish(authority, agency);
    const next = (version: number) => ({
      ...mandateOf(authority, authority.bob),
      id: mandate.id,
      version,
    });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        authority.send('POST', 'v1/mandates', authority.bob, next(2)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    await refused(
      409,
      'version_conflict',
      authority.send('POST', 'v1/mandates', authority.bob, next(5)),
    );
    const other = await authority.provider.person('other');
    await registerAgency(authority, other);
    await refused(404, 'mandate_not_found', authority.send('POST', 'v1/mandates', other, next(3)));
    await refused(
      403,
      'participant_unknown',
      authority.send('POST', 'v1/mandates', authority.eve, mandateOf(authority, authority.eve)),
    );
  });

  it('is kept once for each idempotency key', async () => {
    const url = `${authority.baseUrl}v1/mandates`;
    const body = JSON.stringify(mandateOf(authority, authority.bob));
    const send = async () =>
      authority.app.request(url, {
        method: 'POST',
        headers: { ...(await authority.bob.dpop('POST', url)), 'Idempotency-Key': 'mandate-1' },
        body,
      });
    const [first, second] = [await (await send()).json(), await (await send()).json()];
    expect(second).toEqual(first);
  });

  const bad: [string, (body: object) => object][] = [
    ['without data', (body) => ({ ...body, dataNeeds: [] })],
    ['that ends before it begins', (body) => ({ ...body, validUntil: '2020-01-01T00:00:00Z' })],
    ['with a member nobody knows', (body) => ({ ...body, consent: true })],
    ['with an id and no version', (body) => ({ ...body, id: 'https://access.example/x' })],
    ['with steps of its own', (body) => ({ ...body, steps: [] })],
    ['with a null character', (body) => ({ ...body, endsWhen: { nl: 'nul \0' } })],
  ];
  it.each(bad)('%s is refused', async (_what, change) => {
    const body = change(mandateOf(authority, authority.bob));
    await refused(400, 'invalid_body', authority.send('POST', 'v1/mandates', authority.bob, body));
  });
});
