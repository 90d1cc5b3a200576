import {
  activityListSchema,
  participantListSchema,
  participantSchema,
} from '@grondslag/legal-basis';
import { participantsSchema } from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { participantExample } from '../api/openapi/legal-examples.ts';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import {
  activityOf,
  daysFrom,
  decideOn,
  expectStatus,
  official,
  registerAgency,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  await registerAgency(authority);
});
afterAll(() => authority.close());

const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ status, code });
const post = (by: Person, path: string, body: unknown) => authority.send('POST', path, by, body);
const about = (webId: string) =>
  authority.send('GET', `v1/register/participants/${encodeURIComponent(webId)}`);

describe('the register of participants', () => {
  it('is public, with every decision and who took it', async () => {
    const { items } = participantListSchema.parse(
      await (await authority.send('GET', 'v1/register/participants')).json(),
    );
    expect(items).toMatchObject([
      { webId: authority.bob.webId, admissions: [{ decision: 'admitted', by: official }] },
    ]);
    const { agencies } = participantsSchema.parse(
      await (await authority.send('GET', 'v1/participants')).json(),
    );
    expect(agencies).toMatchObject([
      { webId: authority.bob.webId, register: { kind: 'public-authority' } },
    ]);
  });

  it('keeps a suspension and a new admission, oldest first, and hides the suspended from the trust list', async () => {
    const { webId } = authority.bob;
    await decideOn(authority, webId, 'suspended');
    const { agencies } = participantsSchema.parse(
      await (await authority.send('GET', 'v1/participants')).json(),
    );
    expect(agencies).toEqual([]);
    await decideOn(authority, webId, 'admitted');
    const { admissions } = participantSchema.parse(await (await about(webId)).json());
    expect(admissions.map(({ decision }) => decision)).toEqual([
      'admitted',
      'suspended',
      'admitted',
    ]);
  });

  it('does not show who was described and not decided on', async () => {
    const { admissions: _none, ...body } = participantExample;
    const webId = 'https://id.described.example/#me';
    const sent = { ...body, webId };
    await expectStatus(
      200,
      authority.send('PUT', 'v1/register/participants', authority.operator, sent),
    );
    await refused(404, 'participant_not_found', about(webId));
  });

  it('is changed by an operator only', async () => {
    const { admissions: _none, ...body } = participantExample;
    for (const by of [authority.bob, authority.alice]) {
      await refused(
        403,
        'not_operator',
        authority.send('PUT', 'v1/register/participants', by, body),
      );
      const decision = { webId: authority.bob.webId, decision: 'removed', by: official };
      const sent = { ...decision, reasons: 'Zomaar' };
      await refused(403, 'not_operator', post(by, 'v1/register/admissions', sent));
    }
    await refused(
      401,
      'token_missing',
      authority.send('PUT', 'v1/register/participants', undefined, body),
    );
  });

  const broken: [string, object][] = [
    ['a decision without an official', { decision: 'admitted', reasons: 'Zo is het.' }],
    ['a decision nobody knows', { decision: 'perhaps', by: official, reasons: 'Zo is het.' }],
    ['a decision without reasons', { decision: 'admitted', by: official }],
    ['text with a null character', { decision: 'admitted', by: official, reasons: 'nul \0 nul' }],
  ];
  it.each(broken)('refuses %s', async (_what, body) => {
    const sent = { webId: authority.bob.webId, ...body };
    await refused(400, 'invalid_body', post(authority.operator, 'v1/register/admissions', sent));
  });

  it('refuses a decision about nobody', async () => {
    const sent = { webId: 'https://nobody.example/#me', decision: 'removed', by: official };
    await refused(
      404,
      'participant_not_found',
      post(authority.operator, 'v1/register/admissions', { ...sent, reasons: 'Weg ermee' }),
    );
  });
});

describe('processing activities', () => {
  const path = 'v1/processing-activities';

  it('are registered by their controller, version after version, and public', async () => {
    const first = activityOf(authority, authority.bob);
    await expectStatus(201, post(authority.bob, path, first));
    await refused(409, 'version_conflict', post(authority.bob, path, first));
    await refused(409, 'version_conflict', post(authority.bob, path, { ...first, version: 3 }));
    const second = { ...first, version: 2, validFrom: daysFrom(authority, 1) };
    await expectStatus(201, post(authority.bob, path, second));
    const search = `?controller=${encodeURIComponent(authority.bob.webId)}`;
    const answer = await (await authority.send('GET', path + search)).json();
    expect(activityListSchema.parse(answer).items).toEqual([second, first]);
    expect(
      await (await authority.send('GET', `${path}?controller=https://x.example/`)).json(),
    ).toEqual({ items: [] });
  });

  it('are nobody else’s to change', async () => {
    const other = await authority.provider.person('other');
    await registerAgency(authority, other);
    const taken = activityOf(authority, authority.bob, { controller: other.webId, version: 3 });
    await refused(403, 'activity_of_another', post(other, path, taken));
    const inTheNameOf = activityOf(authority, authority.bob, { id: 'https://x.example/new' });
    await refused(403, 'activity_of_another', post(other, path, inTheNameOf));
    const mine = activityOf(authority, authority.eve);
    await refused(403, 'participant_unknown', post(authority.eve, path, mine));
  });

  it('are refused with what is wrong', async () => {
    const { dataNeeds: _none, ...rest } = activityOf(authority, authority.bob);
    await refused(400, 'invalid_body', post(authority.bob, path, rest));
    await refused(400, 'invalid_query', authority.send('GET', `${path}?owner=me`));
  });
});
