import {
  type CorrectionView,
  correctionViewSchema,
  disputedFactSchema,
} from '@grondslag/legal-basis';
import { sharedFieldsToFields } from '@grondslag/protocol';
import { cloudEventSchema } from '@grondslag/protocol/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  createTestAuthority,
  grantBody,
  issue,
  type TestAuthority,
} from '../test-support/create-test-authority.ts';
import { expectStatus, official } from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

let authority: TestAuthority;
let citizen: Person;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
});
afterAll(() => authority.close());
beforeEach(async () => {
  citizen = await authority.provider.person(`citizen${++number}`);
});

const inPod = (path: string) => citizen.webId.replace('profile/card#me', path);
const body = (members: object = {}) => ({
  resource: inPod('facts/income/2025'),
  credential: 'urn:uuid:0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21',
  claimType: 'https://w3id.org/grondslag/terms#YearIncome',
  source: 'https://source.example/',
  fields: [{ name: 'amount', shouldBe: '19475.50' }],
  words: 'Het bedrag klopt niet.',
  ...members,
});
const report = (members: object = {}, by = citizen) =>
  authority.send('POST', 'v1/corrections', by, body(members));
const read = async (sent: Promise<Response>, status = 200): Promise<CorrectionView> =>
  correctionViewSchema.parse(await (await expectStatus(status, sent)).json());
const refused = async (status: number, code: string, sent: Promise<Response>) =>
  expect(await (await expectStatus(status, sent)).json()).toMatchObject({ code });
const take = ({ correction }: CorrectionView, members: object, by = authority.source) =>
  authority.send('POST', `${correction.id}/steps`, by, { by: official, ...members });
const rejection = { step: 'rejected', reasons: { nl: 'Uw werkgever bevestigt het bedrag.' } };
const list = async (by: Person, search = '') => {
  const answer = await expectStatus(200, authority.send('GET', `v1/corrections${search}`, by));
  const { items } = z.object({ items: z.array(correctionViewSchema) }).parse(await answer.json());
  return items.map(({ correction, state }) => [correction.id, state]);
};
const events = async (by: Person) => {
  const answer = await expectStatus(200, authority.send('GET', 'v1/events?limit=500', by));
  return z.array(cloudEventSchema).parse(await answer.json());
};
const readBy = (agency: Person, resource: string) => {
  const grant = `${authority.baseUrl}vc/1`;
  const at = authority.now();
  const record = { id: crypto.randomUUID(), at: at.toISOString(), method: 'GET', resource, grant };
  const who = { agency: agency.webId, owner: citizen.webId };
  return authority.stores.reads.add([{ ...record, ...who }], at);
};

describe('a report of an error in a fact', () => {
  it('goes to its source, which has a month, and is told to both', async () => {
    const view = await read(report(), 201);
    expect(view).toMatchObject({
      state: 'received',
      correction: { citizen: citizen.webId, ...body(), steps: [] },
    });
    const days = (Date.parse(view.answerBefore) - Date.parse(view.correction.receivedAt)) / 864e5;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
    const row = [view.correction.id, 'received'];
    expect(await list(citizen)).toEqual([row]);
    expect(await list(authority.source)).toContainEqual(row);
    for (const reader of [citizen, authority.source]) {
      expect((await events(reader)).at(-1)).toMatchObject({
        type: 'org.w3id.grondslag.correction.received.v1',
        subject: view.correction.id,
        data: { kind: 'correction', id: view.correction.id.split('/').at(-1) },
      });
    }
  });

  it('is nobody else’s to see, and answered by the source alone', async () => {
    const view = await read(report(), 201);
    await refused(
      404,
      'correction_not_found',
      authority.send('GET', view.correction.id, authority.eve),
    );
    await refused(404, 'correction_not_found', take(view, rejection, authority.eve));
    await refused(403, 'correction_of_citizen', take(view, rejection, citizen));
    expect(await list(authority.eve)).toEqual([]);
    await refused(404, 'correction_not_found', authority.send('GET', 'v1/corrections/x', citizen));
  });

  it('is examined and then corrected, and nothing follows', async () => {
    const received = await read(report(), 201);
    const examined = await read(take(received, { step: 'in-examination' }), 201);
    expect(examined.state).toBe('in-examination');
    const again = take(received, { step: 'in-examination' });
    await refused(409, 'correction_step_not_possible', again);
    const corrected = { step: 'corrected', replacement: inPod('facts/income/2025') };
    expect(await read(take(received, corrected), 201)).toMatchObject({ state: 'corrected' });
    await refused(409, 'correction_step_not_possible', take(received, rejection));
    const now = await read(authority.send('GET', received.correction.id, citizen));
    expect(now.correction.steps.map(({ step }) => step)).toEqual(['in-examination', 'corrected']);
    expect((await events(citizen)).at(-1)?.type).toBe('org.w3id.grondslag.correction.changed.v1');
  });

  it('of which two answers come at once gets one', async () => {
    const view = await read(report(), 201);
    const sent = await Promise.all([take(view, rejection), take(view, { step: 'corrected' })]);
    expect(sent.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    const { correction } = await read(authority.send('GET', view.correction.id, citizen));
    expect(correction.steps).toHaveLength(1);
  });

  it('is rejected with reasons, and can then be made again', async () => {
    const view = await read(report(), 201);
    await refused(400, 'invalid_body', take(view, { step: 'rejected' }));
    expect(await read(take(view, rejection), 201)).toMatchObject({ state: 'rejected' });
    await read(report(), 201);
  });

  describe('is told to agencies that read the fact or may', () => {
    const seenBy = async (by: Person, { correction }: CorrectionView) =>
      disputedFactSchema.parse(
        await (await expectStatus(200, authority.send('GET', correction.id, by))).json(),
      );
    const disputed = async (by: Person) => {
      const url = `v1/disputed-facts?citizen=${encodeURIComponent(citizen.webId)}`;
      const answer = await expectStatus(200, authority.send('GET', url, by));
      const { items } = z.object({ items: z.array(disputedFactSchema) }).parse(await answer.json());
      return items.map(({ id }) => id);
    };
    const newest = async (by: Person) => {
      const event = (await events(by)).at(-1);
      return [event?.type.replace('org.w3id.grondslag.', ''), event?.subject];
    };
    const allow = (resource: string) => {
      const body = grantBody(authority, { forPersonalData: [resource] });
      return issue(authority, citizen, body);
    };

    it('who read it: that it is disputed, then what came of it, and nothing the citizen wrote', async () => {
      const resource = inPod('facts/income/2025');
      await readBy(authority.bob, resource);
      const view = await read(report(), 201);
      const { id } = view.correction;
      expect(await newest(authority.bob)).toEqual(['correction.received.v1', id]);
      const before = await seenBy(authority.bob, view);
      expect(before).toMatchObject({ resource, state: 'disputed' });
      expect(JSON.stringify(before)).not.toMatch(/19475|klopt niet|amount/);
      expect(await disputed(authority.bob)).toEqual([id]);
      await read(take(view, { step: 'in-examination' }), 201);
      expect(await newest(authority.bob)).toEqual(['correction.received.v1', id]);
      await read(take(view, { step: 'corrected' }), 201);
      expect(await newest(authority.bob)).toEqual(['correction.changed.v1', id]);
      expect(await seenBy(authority.bob, view)).toMatchObject({ state: 'corrected' });
      expect(await disputed(authority.bob)).toEqual([]);
    });

    it('who may read it, or a container it is in, before it was read', async () => {
      await allow(inPod('facts/'));
      const view = await read(report(), 201);
      expect(await newest(authority.bob)).toEqual(['correction.received.v1', view.correction.id]);
      await read(take(view, rejection), 201);
      expect(await newest(authority.bob)).toEqual(['correction.changed.v1', view.correction.id]);
      expect(await seenBy(authority.bob, view)).toMatchObject({ state: 'rejected' });
    });

    it('not who may read other fields of it only, until it is corrected: then its copy is old', async () => {
      const resource = inPod('facts/income/2025');
      const claimType = body().claimType;
      const share = (agency: string, fields: string[]) =>
        issue(
          authority,
          citizen,
          grantBody(authority, {
            ...{ forPersonalData: [resource], isProvidedTo: agency, inherit: false },
            ...sharedFieldsToFields([{ resource, claimType, fields }]),
          }),
        );
      const grant = await share(authority.bob.webId, ['year']);
      await share(authority.eve.webId, ['year', 'amount']);
      const at = authority.now();
      const line = { id: crypto.randomUUID(), at: at.toISOString(), method: 'GET', resource };
      const whose = { grant: grant.id, agency: authority.bob.webId, owner: citizen.webId };
      await authority.stores.reads.add([{ ...line, ...whose }], at);
      const { words: _, ...fieldsOnly } = body();
      const sent = authority.send('POST', 'v1/corrections', citizen, fieldsOnly);
      const view = await read(sent, 201);
      expect(await newest(authority.eve)).toEqual(['correction.received.v1', view.correction.id]);
      expect((await newest(authority.bob)).at(-1)).not.toBe(view.correction.id);
      expect([await disputed(authority.bob), await disputed(authority.eve)]).toEqual([
        [],
        [view.correction.id],
      ]);
      await refused(
        404,
        'correction_not_found',
        authority.send('GET', view.correction.id, authority.bob),
      );
      await read(take(view, { step: 'corrected' }), 201);
      expect(await newest(authority.bob)).toEqual(['correction.changed.v1', view.correction.id]);
    });

    it('who may read it since, when it asks', async () => {
      const view = await read(report(), 201);
      await refused(
        404,
        'correction_not_found',
        authority.send('GET', view.correction.id, authority.bob),
      );
      const grant = await allow(inPod('facts/income/2025'));
      expect(await disputed(authority.bob)).toEqual([view.correction.id]);
      const path = `v1/access-grants/${grant.id.split('/').at(-1)}/withdrawal`;
      await expectStatus(200, authority.send('PUT', path, citizen));
      expect(await disputed(authority.bob)).toEqual([]);
    });

    it('of several citizens at once, each for what stands of that one', async () => {
      const { bob, alice } = authority;
      const other = citizen.webId === alice.webId ? authority.eve : alice;
      const look = async (...citizens: readonly string[]) => {
        const answer = authority.send('POST', 'v1/disputed-facts', bob, { citizens });
        const body = await (await expectStatus(200, answer)).json();
        const { items } = z.object({ items: z.array(disputedFactSchema) }).parse(body);
        return items.map(({ id }) => id);
      };
      const view = await read(report(), 201);
      expect(await look(citizen.webId, other.webId)).toEqual([]);
      await allow(inPod('facts/'));
      expect(await look(citizen.webId, other.webId)).toEqual([view.correction.id]);
      expect(await look(other.webId)).toEqual([]);
      const none = authority.send('POST', 'v1/disputed-facts', bob, { citizens: [] });
      await refused(400, 'invalid_body', none);
    });

    it('not who helps the citizen', async () => {
      const now = authority.now();
      await authority.database.db
        .insertInto('helper')
        .values({
          ...{ id: `${authority.baseUrl}v1/helpers/${citizen.webId}`, citizen: citizen.webId },
          ...{ helper: authority.eve.webId, code_digest: null, accept_before: null },
          ...{ invited_at: now, accepted_at: now, started_at: now, ended_at: null },
          ...{ ended_by: null, until: now, grant_id: null, opened: '{}', body: '{}' },
        })
        .execute();
      await readBy(authority.eve, inPod('facts/income/2025'));
      const view = await read(report(), 201);
      expect(await newest(authority.eve)).not.toContain(view.correction.id);
    });

    it('not who read another fact', async () => {
      await readBy(authority.eve, inPod('facts/income/2024'));
      const view = await read(report(), 201);
      expect((await events(authority.eve)).map(({ subject }) => subject)).not.toContain(
        view.correction.id,
      );
      expect(await disputed(authority.eve)).toEqual([]);
      await refused(400, 'invalid_query', authority.send('GET', 'v1/disputed-facts', citizen));
    });
  });

  it('is refused when its source does not take part, or it says nothing', async () => {
    const source = 'https://stranger.example/';
    await refused(422, 'correction_source_unknown', report({ source }));
    const { words: _, ...silent } = body({ fields: [] });
    await refused(400, 'invalid_body', authority.send('POST', 'v1/corrections', citizen, silent));
  });

  it('may be in words alone, about a kind of fact that nobody is believed about', async () => {
    const claimType = 'https://library.example/terms#LibraryCardCredential';
    const { correction } = await read(report({ claimType, fields: [] }), 201);
    expect(await list(authority.source)).toContainEqual([correction.id, 'received']);
  });

  it('is refused when it is about the vault of somebody else, or no vault of ours', async () => {
    await refused(
      403,
      'not_controller',
      report({ resource: authority.inPod('facts/income/2025') }),
    );
    await refused(
      400,
      'resource_outside_vaults',
      report({ resource: 'https://elsewhere.example/x' }),
    );
    expect(await list(citizen)).toEqual([]);
  });

  it('is one at a time for a fact, also when two are sent at once', async () => {
    const sent = await Promise.all([report(), report()]);
    expect(sent.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    await refused(409, 'correction_pending', report());
  });

  it('is one of twenty open ones at most', async () => {
    for (let i = 0; i < 20; i++) await read(report({ resource: inPod(`facts/income/${i}`) }), 201);
    await refused(409, 'corrections_too_many', report({ resource: inPod('facts/income/20') }));
    const page = await list(citizen, '?limit=5');
    expect(page).toHaveLength(5);
    const [last = ''] = page.at(-1) ?? [];
    const older = await list(citizen, `?limit=100&before=${last.split('/').at(-1)}`);
    expect(older).toHaveLength(15);
    expect(older).not.toContainEqual(page[0]);
    expect(await list(citizen, '?state=rejected')).toEqual([]);
  });

  it('is made once for each key, however often it is sent', async () => {
    const url = `${authority.baseUrl}v1/corrections`;
    const send = async () =>
      authority.app.request(url, {
        method: 'POST',
        headers: { ...(await citizen.dpop('POST', url)), 'Idempotency-Key': `k${number}` },
        body: JSON.stringify(body()),
      });
    const [first, second] = [await read(send(), 201), await read(send(), 201)];
    expect(second).toEqual(first);
  });

  it('leaves no word of it in the log', async () => {
    await read(report({ words: 'zeldzaamwoord' }), 201);
    expect(JSON.stringify(authority.logs)).not.toMatch(/zeldzaamwoord|19475/);
  });
});
