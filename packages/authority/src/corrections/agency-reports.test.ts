import { type CorrectionView, correctionViewSchema } from '@grondslag/legal-basis';
import { cloudEventSchema } from '@grondslag/protocol/v1';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { grantBody, issue } from '../test-support/create-test-authority.ts';
import { expectProblem, setLawfulAccessScene } from '../test-support/lawful-access-scene.ts';
import { expectStatus, official } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const DAY_MILLISECONDS = 86_400_000;
const scene = setLawfulAccessScene();
const inVault = (path = 'facts/income/2025') => scene.inVault(path);
const send = (...sent: Parameters<typeof scene.authority.send>) => scene.authority.send(...sent);

const fact = () => ({
  resource: inVault(),
  credential: 'urn:uuid:0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21',
  claimType: 'https://w3id.org/grondslag/terms#YearIncome',
  source: 'https://source.example/',
});
async function allow(forPersonalData = [inVault()], by = scene.citizen) {
  const body = grantBody(scene.authority, { forPersonalData });
  return (await issue(scene.authority, by, body)).id;
}
const report = (access: string, members: object = {}, by = scene.authority.bob) =>
  send('POST', 'v1/corrections', by, {
    ...{ ...fact(), access, fields: [{ name: 'amount' }], doubt: 'citizen-says-otherwise' },
    ...members,
  });
const read = async (sent: Promise<Response>, status = 200): Promise<CorrectionView> =>
  correctionViewSchema.parse(await (await expectStatus(status, sent)).json());
const take = ({ correction }: CorrectionView, members: object) =>
  send('POST', `${correction.id}/steps`, scene.authority.source, { by: official, ...members });
const rejection = { step: 'rejected', reasons: { nl: 'Het klopt.' } };
async function list(by: Person) {
  const answer = await expectStatus(200, send('GET', 'v1/corrections', by));
  const { items } = z.object({ items: z.array(correctionViewSchema) }).parse(await answer.json());
  return items.map(({ correction }) => correction.id);
}
async function told(by: Person): Promise<readonly string[]> {
  const answer = await expectStatus(200, send('GET', 'v1/events?limit=500', by));
  const events = z.array(cloudEventSchema).parse(await answer.json());
  return events.flatMap(({ type, data, subject }) =>
    data.kind === 'correction' ? [`${type.split('.').at(-2)} ${subject}`] : [],
  );
}

describe('a report of an agency', () => {
  it('is seen by the citizen, the source and the agency, and told to them alone at each step', async () => {
    const access = await allow();
    const view = await read(report(access), 201);
    const { id } = view.correction;
    expect(view.correction).toMatchObject({
      ...{ ...fact(), citizen: scene.citizen.webId, fields: [{ name: 'amount' }] },
      reportedBy: { agency: scene.authority.bob.webId, access, doubt: 'citizen-says-otherwise' },
    });
    const { bob, source, eve } = scene.authority;
    await read(take(view, { step: 'in-examination' }), 201);
    await read(take(view, rejection), 201);
    for (const party of [scene.citizen, source, bob]) {
      expect(await list(party)).toContain(id);
      expect((await read(send('GET', id, party))).state).toBe('rejected');
      const mine = (await told(party)).filter((line) => line.endsWith(id));
      expect(mine).toEqual([`received ${id}`, `changed ${id}`, `changed ${id}`]);
    }
    expect(await list(eve)).not.toContain(id);
    await expectProblem(404, 'correction_not_found', send('GET', id, eve));
    await expectProblem(
      403,
      'correction_of_citizen',
      send('POST', `${id}/steps`, bob, { by: official, ...rejection }),
    );
  });

  it('is no dispute: others who may read the fact learn of it when it was corrected', async () => {
    const access = await allow([inVault('facts/')]);
    const other = await scene.person('other');
    const body = grantBody(scene.authority, {
      ...{ forPersonalData: [inVault()], isProvidedTo: other.webId },
    });
    await issue(scene.authority, scene.citizen, body);
    const view = await read(report(access), 201);
    const { id } = view.correction;
    const url = `v1/disputed-facts?citizen=${encodeURIComponent(scene.citizen.webId)}`;
    expect(await (await send('GET', url, other)).json()).toEqual({ items: [] });
    await expectProblem(404, 'correction_not_found', send('GET', id, other));
    expect(await told(other)).toEqual([]);
    await read(take(view, { step: 'corrected' }), 201);
    expect(await told(other)).toEqual([`changed ${id}`]);
    const seen = await (await expectStatus(200, send('GET', id, other))).json();
    expect(seen).toMatchObject({ id, state: 'corrected' });
    expect(JSON.stringify(seen)).not.toContain('bob');
  });

  it('may rest on lawful access too', async () => {
    const { access, credential } = await scene.give();
    for (const id of [access.id, credential.id]) {
      const view = await read(report(id), 201);
      expect(view.correction.reportedBy?.access).toBe(id);
      await read(take(view, rejection), 201);
    }
  });

  it('waits until the citizen is told of the access', async () => {
    const until = new Date(scene.authority.now().getTime() + DAY_MILLISECONDS);
    const { access } = await scene.give();
    const { db } = scene.authority.database;
    const row = await db
      .selectFrom('credential')
      .select(['id', 'body'])
      .where('id', '=', access.id.replace('v1/lawful-accesses/', 'vc/'))
      .executeTakeFirstOrThrow();
    const body = structuredClone(row.body);
    if (!('lawfulAccess' in body.credentialSubject)) throw new Error('no lawful access');
    Object.assign(body.credentialSubject.lawfulAccess, {
      notice: { when: 'delayed', delay: { until: until.toISOString() } },
    });
    const text = JSON.stringify(body);
    await sql`update credential set body = ${text}::jsonb where id = ${row.id}`.execute(db);
    await expectProblem(403, 'report_without_access', report(access.id));
  });

  it('stands in the way of no report of the citizen, nor the other way', async () => {
    const access = await allow();
    await read(report(access), 201);
    await expectProblem(409, 'correction_pending', report(access));
    const own = { ...fact(), fields: [{ name: 'amount', shouldBe: '1' }] };
    const { correction } = await read(send('POST', 'v1/corrections', scene.citizen, own), 201);
    expect(correction.reportedBy).toBeUndefined();
    expect(await list(scene.citizen)).toHaveLength(2);
  });

  it('may come until 90 days after the access ended', async () => {
    const access = await allow();
    const grant = `v1/access-grants/${access.split('/').at(-1)}`;
    await expectStatus(200, send('PUT', `${grant}/withdrawal`, scene.citizen));
    scene.authority.advance(89 * DAY_MILLISECONDS);
    const view = await read(report(access), 201);
    await read(take(view, rejection), 201);
    scene.authority.advance(2 * DAY_MILLISECONDS);
    await expectProblem(403, 'report_without_access', report(access));
    scene.authority.advance(-91 * DAY_MILLISECONDS);
  });

  it('is refused without access of one’s own to that very fact', async () => {
    const access = await allow();
    const elsewhere = { resource: inVault('facts/income/2024') };
    const unknown = `${scene.authority.baseUrl}vc/0197f0a4-5b7c-7c7e-8b52-5d1c9e6f3a21`;
    const sent = [
      report(access, {}, scene.authority.eve),
      report(access, {}, scene.citizen),
      report(access, elsewhere),
      report(unknown),
      report('https://elsewhere.example/vc/1'),
    ];
    for (const one of sent) await expectProblem(403, 'report_without_access', one);
    expect(await list(scene.citizen)).toEqual([]);
  });

  it('has no room for values, nor for words', async () => {
    const access = await allow();
    for (const members of [
      { fields: [{ name: 'amount', shouldBe: '19475.50' }] },
      { words: 'Zij verdient meer.' },
      { doubt: 'Zij verdient meer.' },
    ]) {
      await expectProblem(400, 'invalid_body', report(access, members));
    }
  });
});
