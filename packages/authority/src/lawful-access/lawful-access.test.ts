import {
  createLawRegister,
  type IssuedLawfulAccess,
  issuedLawfulAccessSchema,
  type LawfulAccessView,
  lawfulAccessViewSchema,
  noticeSchema,
} from '@grondslag/legal-basis';
import { requestingPartyTokenSchema, tokenResponseSchema } from '@grondslag/protocol';
import { pageSchema } from '@grondslag/protocol/v1';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../test-support/create-test-authority.ts';
import {
  activityOf,
  decideOn,
  expectStatus,
  mandateOf,
  publish,
  type RegisteredAgency,
  registerWithMandate,
  step,
} from '../test-support/legal-bodies.ts';
import type { Person } from '../test-support/start-identity-provider.ts';

const BASIS = 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e';
let authority: TestAuthority;
let agency: RegisteredAgency & Awaited<ReturnType<typeof registerWithMandate>>;
let citizen: Person;
let number = 0;
beforeAll(async () => {
  authority = await createTestAuthority('https://access.example/gate/');
  agency = await registerWithMandate(authority);
});
afterAll(() => authority.close());
// What one citizen did says nothing of another.
beforeEach(async () => {
  citizen = await authority.provider.person(`citizen${++number}`);
});

const inVault = (path: string) => citizen.webId.replace('profile/card#me', path);
const refused = async (status: number, code: string, sent: Promise<Response>) => {
  const problem = await (await expectStatus(status, sent)).json();
  expect(problem).toMatchObject({ code });
  return problem;
};
const ask = (members: object = {}, by = authority.bob) =>
  authority.send('POST', 'v1/lawful-accesses', by, {
    mandate: agency.mandate.id,
    citizen: citizen.webId,
    ...members,
  });
async function give(members: object = {}): Promise<IssuedLawfulAccess> {
  return issuedLawfulAccessSchema.parse(await (await expectStatus(201, ask(members))).json());
}
async function look({ access }: IssuedLawfulAccess, by = citizen): Promise<LawfulAccessView> {
  const answer = await expectStatus(200, authority.send('GET', access.id, by));
  return lawfulAccessViewSchema.parse(await answer.json());
}
async function exchange(
  { credential }: IssuedLawfulAccess,
  path = 'facts/income/2025.jsonld',
  by = authority.bob,
) {
  return authority.exchange(by, credential, await authority.ticket([inVault(path)]));
}
const notices = async () => {
  const answer = await expectStatus(200, authority.send('GET', 'v1/notices', citizen));
  return pageSchema(noticeSchema).parse(await answer.json()).items;
};

describe('lawful access', () => {
  it('is given under a published mandate, to what sources placed, and told to the citizen', async () => {
    const given = await give();
    expect(given).toMatchObject({
      state: 'active',
      access: {
        agency: authority.bob.webId,
        citizen: citizen.webId,
        basis: BASIS,
        mandate: { id: agency.mandate.id, version: 1 },
        resources: [inVault('facts/income/')],
      },
      credential: { type: ['VerifiableCredential', 'GrondslagLawfulAccess'] },
    });
    expect(JSON.stringify(given.credential)).not.toMatch(/consent/i);
    const view = await look(given);
    expect(view).toMatchObject({
      state: 'active',
      why: { rule: 'public_task', article: '6(1)(e)' },
      mandate: agency.mandate.id,
      information: {
        controller: { webId: authority.bob.webId },
        dataProtectionOfficer: { email: 'fg@agency.example' },
        retentionDays: 180,
        laws: [{ title: { en: 'Dutch participation act' } }],
      },
    });
    const available = (right: string) => view.rights.find((one) => one.right === right)?.available;
    expect([available('object'), available('withdraw')]).toEqual(['yes', 'no']);
    expect(await look(given, authority.bob)).toEqual(view);
    expect(await notices()).toMatchObject([
      { kind: 'access-given', access: given.access.id, information: view.information },
    ]);
  });

  it('opens, to read, with its basis in the token', async () => {
    const given = await give();
    const { access_token } = tokenResponseSchema.parse(
      await (await expectStatus(200, exchange(given))).json(),
    );
    const claims = requestingPartyTokenSchema.parse(decodeJwt(access_token));
    expect(claims).toMatchObject({
      grant: given.credential.id,
      owner: citizen.webId,
      legal_basis: BASIS,
      permissions: [{ resource: inVault('facts/income/'), modes: ['read'], inherit: true }],
    });
    expect(claims).not.toHaveProperty('source');
    const verified = await authority.send('POST', 'verify', undefined, {
      verifiableCredential: given.credential,
    });
    expect(await verified.json()).toMatchObject({ errors: [] });
    await refused(403, 'resource_not_granted', exchange(given, 'facts/home/address.jsonld'));
    await refused(403, 'resource_not_granted', exchange(given, 'diary/today.txt'));
    await refused(403, 'not_recipient', exchange(given, undefined, authority.eve));
  });

  it('is never found among requests and grants, and nobody withdraws it', async () => {
    const given = await give();
    for (const path of [
      'query',
      'query?type=SolidAccessGrant',
      `query?resource=${encodeURIComponent(inVault('facts/income/'))}`,
      'v1/access-grants',
      `v1/access-grants?citizen=${encodeURIComponent(citizen.webId)}`,
    ]) {
      for (const by of [citizen, authority.bob]) {
        const { items } = (await (await authority.send('GET', path, by)).json()) as {
          items: { id: string }[];
        };
        expect(
          items.map(({ id }) => id),
          path,
        ).not.toContain(given.credential.id);
      }
    }
    const example = { verifiableCredential: { credentialSubject: { id: citizen.webId } } };
    const derived = await authority.send('POST', 'derive', citizen, example);
    expect(await derived.json()).toMatchObject({ verifiableCredential: [] });
    for (const by of [citizen, authority.bob]) {
      const id = given.credential.id;
      const change = (statusPurpose: string) => ({
        credentialId: id,
        credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose, status: '1' }],
      });
      for (const purpose of ['revocation', 'suspension']) {
        await refused(403, 'not_subject', authority.send('POST', 'status', by, change(purpose)));
      }
      const path = `v1/access-grants/${given.id}`;
      await refused(404, 'credential_not_found', authority.send('GET', path, by));
      await refused(404, 'credential_not_found', authority.send('PUT', `${path}/withdrawal`, by));
    }
  });

  it('waits as long as the mandate says, after the citizen was told', async () => {
    const notice = { when: 'before', waitDays: 14 } as const;
    const { mandate } = await publish(authority, agency, { notice });
    const given = await give({ mandate: mandate.id });
    expect(given.state).toBe('waiting');
    expect(await notices()).toMatchObject([{ kind: 'access-given' }]);
    await refused(403, 'access_not_yet_valid', exchange(given));
    const waited = new Date(given.access.validFrom).getTime() - authority.now().getTime();
    expect(waited / 86_400_000).toBeCloseTo(14, 2);
  });

  it('is nobody else’s to see', async () => {
    const given = await give();
    for (const by of [authority.alice, authority.eve]) {
      await refused(404, 'lawful_access_not_found', authority.send('GET', given.access.id, by));
      await refused(403, 'not_participant', authority.send('GET', given.credential.id, by));
      const explanations = `v1/explanations?credential=${encodeURIComponent(given.credential.id)}`;
      await refused(403, 'not_participant', authority.send('GET', explanations, by));
    }
    const list = async (search: string, by: Person) => {
      const answer = await authority.send('GET', `v1/lawful-accesses${search}`, by);
      const page = pageSchema(lawfulAccessViewSchema).parse(await answer.json());
      return page.items.map(({ id }) => id);
    };
    expect(await list('', citizen)).toEqual([given.id]);
    expect(await list('?citizen=me&state=active', citizen)).toEqual([given.id]);
    expect(await list('?citizen=me&state=ended', citizen)).toEqual([]);
    expect(await list('?agency=me', authority.bob)).toContain(given.id);
    expect(await list('', authority.eve)).toEqual([]);
    await refused(
      400,
      'invalid_query',
      authority.send('GET', 'v1/lawful-accesses?citizen=x', citizen),
    );
  });

  it('says of every decision why, in the order they were taken', async () => {
    const given = await give();
    await expectStatus(200, exchange(given));
    const path = `v1/explanations?credential=${encodeURIComponent(given.credential.id)}`;
    for (const by of [citizen, authority.bob]) {
      expect(await (await expectStatus(200, authority.send('GET', path, by))).json()).toMatchObject(
        {
          items: [
            { occasion: 'access', outcome: 'allow', rule: 'public_task', article: '6(1)(e)' },
            { occasion: 'token', outcome: 'allow', rule: 'public_task' },
          ],
        },
      );
    }
  });
});

describe('lawful access is refused', () => {
  it('with the rule that decided, its article, and what to do', async () => {
    const other = activityOf(authority, authority.bob, { id: 'https://x.example/top-up' });
    await expectStatus(
      201,
      authority.send('POST', 'v1/processing-activities', authority.bob, other),
    );
    const problem = await refused(
      422,
      'mandate_missing',
      ask({ mandate: undefined, activity: other.id }),
    );
    expect(problem).toMatchObject({
      article: '6(3)',
      why: { nl: expect.any(String), en: expect.any(String) },
      advice: { nl: expect.any(String), en: expect.any(String) },
    });
  });

  it('without a mandate of its own', async () => {
    await refused(422, 'mandate_missing', ask({ mandate: `${authority.baseUrl}v1/mandates/none` }));
    const draft = await authority.send(
      'POST',
      'v1/mandates',
      authority.bob,
      mandateOf(authority, authority.bob),
    );
    const { mandate } = (await draft.json()) as { mandate: { id: string } };
    await refused(409, 'mandate_not_decided', ask({ mandate: mandate.id }));
    await refused(403, 'participant_unknown', ask({}, authority.eve));
    await refused(422, 'mandate_missing', ask({ mandate: mandate.id }, authority.eve));
    const other = await authority.provider.person('other');
    await registerWithMandate(authority, other);
    await refused(403, 'mandate_of_another', ask({}, other));
  });

  it('for more than the mandate names, or what no source places', async () => {
    const need = { fields: ['amount'], necessity: { nl: 'Omdat het zo is.' } };
    const income = 'https://w3id.org/grondslag/terms#IncomeCredential';
    const home = 'https://w3id.org/grondslag/terms#ResidenceCredential';
    await refused(403, 'not_in_mandate', ask({ dataNeeds: [{ ...need, claimType: home }] }));
    const more = { ...need, claimType: income, fields: ['amount', 'currency'] };
    await refused(403, 'not_in_mandate', ask({ dataNeeds: [more] }));
    const diary = { ...need, claimType: 'https://example.org/Diary' };
    await refused(403, 'not_placed_by_source', ask({ dataNeeds: [diary] }));
    const less = await give({ dataNeeds: [{ ...need, claimType: income }] });
    expect(less.access.dataNeeds).toMatchObject([{ fields: ['amount'] }]);
  });

  it('for who has no vault here, and where the citizen does not control it', async () => {
    await refused(404, 'no_vault', ask({ citizen: 'https://elsewhere.example/#me' }));
    const before = authority.askControl;
    authority.askControl = async () => [];
    try {
      await refused(404, 'no_vault', ask());
    } finally {
      authority.askControl = before;
    }
  });

  it('for a time that is over', async () => {
    await refused(400, 'expiry_in_past', ask({ until: authority.inDays(-1) }));
    const short = await give({ until: authority.inDays(1) });
    expect(new Date(short.access.validUntil) <= new Date(authority.inDays(1))).toBe(true);
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
    await refused(400, 'invalid_body', ask(members));
  });

  it('without a login', async () => {
    for (const path of ['v1/lawful-accesses', 'v1/notices', 'v1/objections']) {
      await refused(401, 'token_missing', authority.send('GET', path));
    }
  });
});

describe('lawful access follows what it rests on', () => {
  const operate = (mandate: Parameters<typeof step>[2], name: string, by = authority.operator) =>
    expectStatus(201, step(authority, by, mandate, { step: name }));

  it('stands still while its mandate is suspended, and goes on after', async () => {
    const { mandate } = await publish(authority, agency);
    const given = await give({ mandate: mandate.id });
    await operate(mandate, 'suspended');
    expect(await look(given)).toMatchObject({
      state: 'suspended',
      why: { rule: 'mandate_suspended' },
    });
    await refused(403, 'mandate_suspended', exchange(given));
    await operate(mandate, 'resumed');
    expect(await look(given)).toMatchObject({ state: 'active' });
    await expectStatus(200, exchange(given));
    expect((await notices()).map((one) => !one.delayed && one.kind)).toEqual([
      'access-resumed',
      'access-suspended',
      'access-given',
    ]);
  });

  it('ends with its mandate, and vault servers hear it', async () => {
    const { mandate } = await publish(authority, agency);
    const given = await give({ mandate: mandate.id });
    await operate(mandate, 'ended', authority.bob);
    expect(await look(given)).toMatchObject({ state: 'ended', why: { rule: 'mandate_ended' } });
    await refused(403, 'mandate_ended', exchange(given));
    const { changes } = (await (await authority.askStatusChanges('')).json()) as {
      changes: object[];
    };
    expect(changes).toContainEqual(
      expect.objectContaining({ credential: given.credential.id, change: 'revoked' }),
    );
  });

  it('ends when a next version of its mandate is published', async () => {
    const { mandate } = await publish(authority, agency);
    const given = await give({ mandate: mandate.id });
    await publish(authority, agency, { id: mandate.id, version: 2, accessDays: 10 });
    expect(await look(given)).toMatchObject({ state: 'ended', why: { rule: 'mandate_ended' } });
    const again = await give({ mandate: mandate.id });
    expect(again.access.mandate).toMatchObject({ version: 2 });
  });

  it('stands still while the agency is suspended, and ends when it is removed', async () => {
    const other = await authority.provider.person(`agency${number}`);
    const own = await registerWithMandate(authority, other);
    const sent = { mandate: own.mandate.id };
    const given = issuedLawfulAccessSchema.parse(
      await (await expectStatus(201, ask(sent, other))).json(),
    );
    const stateAfter = async (decision: 'suspended' | 'admitted' | 'removed') => {
      await decideOn(authority, other.webId, decision);
      return (await look(given)).state;
    };
    expect(await stateAfter('suspended')).toBe('suspended');
    await refused(403, 'participant_not_admitted', exchange(given, undefined, other));
    expect(await stateAfter('admitted')).toBe('active');
    expect(await stateAfter('removed')).toBe('ended');
    expect(await stateAfter('admitted')).toBe('ended');
    expect((await look(given)).why.rule).toBe('participant_not_admitted');
    await refused(403, 'access_ended', exchange(given, undefined, other));
  });

  it('ends when its activity has another version', async () => {
    const other = await authority.provider.person(`agency${number}`);
    const own = await registerWithMandate(authority, other);
    const sent = { mandate: own.mandate.id };
    const given = issuedLawfulAccessSchema.parse(
      await (await expectStatus(201, ask(sent, other))).json(),
    );
    const next = activityOf(authority, other, { version: 2 });
    await expectStatus(201, authority.send('POST', 'v1/processing-activities', other, next));
    expect(await look(given)).toMatchObject({
      state: 'ended',
      why: { rule: 'activity_not_current' },
    });
    await refused(403, 'activity_not_current', exchange(given, undefined, other));
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
      await refused(
        422,
        'law_not_in_force',
        other.send('POST', 'v1/lawful-accesses', other.bob, sent),
      );
      const [resource = ''] = given.access.resources;
      const ticket = await other.ticket([resource]);
      await refused(403, 'access_expired', other.exchange(other.bob, given.credential, ticket));
    } finally {
      await other.close();
    }
  });
});

describe('a delayed notice', () => {
  const MINUTE = 60_000;

  it('is a counted place until its day, and then opens by itself', async () => {
    const delay = {
      ground: { nl: 'Het onderzoek zou mislukken.' },
      article: '23(1)(e)',
      until: authority.inDays(2),
      overseer: { name: 'P. Rechter', role: 'Toezichthouder' },
    };
    const { mandate } = await publish(authority, agency, { notice: { when: 'delayed', delay } });
    const given = await give({ mandate: mandate.id });
    const [place, ...others] = await notices();
    expect(others).toEqual([]);
    expect(place).toEqual({ id: expect.any(String), delayed: true, until: delay.until });
    for (const path of [given.access.id, given.credential.id]) {
      const answer = await expectStatus(404, authority.send('GET', path, citizen));
      expect(await answer.text()).not.toContain(authority.bob.webId);
    }
    await expectStatus(200, exchange(given));
    const read = {
      id: crypto.randomUUID(),
      at: authority.now().toISOString(),
      grant: given.credential.id,
      agency: authority.bob.webId,
      owner: citizen.webId,
      resource: inVault('facts/income/2025.jsonld'),
      method: 'GET',
    };
    expect(await (await authority.report([read])).json()).toMatchObject({ accepted: 1 });
    const reads = async (by: Person) =>
      ((await (await authority.send('GET', 'v1/reads', by)).json()) as { items: object[] }).items
        .length;
    expect(await reads(citizen)).toBe(0);
    expect(await reads(authority.bob)).toBe(1);
    const object = { access: given.access.id, grounds: 'Ik weet het niet.' };
    await refused(
      404,
      'lawful_access_not_found',
      authority.send('POST', 'v1/objections', citizen, object),
    );
    const list = await authority.send('GET', 'v1/lawful-accesses', citizen);
    expect(await list.json()).toEqual({ items: [] });
    authority.advance(2 * 1440 * MINUTE + MINUTE);
    expect(await notices()).toMatchObject([{ kind: 'access-given', access: given.access.id }]);
    expect(await look(given)).toMatchObject({ access: { notice: { delay } } });
    expect(await reads(citizen)).toBe(1);
  });
});

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
    const { id } = activityOf(authority, authority.bob, {
      id: 'https://x.example/emergency',
      basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-d',
      lawRefs: [],
    });
    const body = activityOf(authority, authority.bob, {
      id,
      basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-d',
      lawRefs: [],
    });
    await expectStatus(
      201,
      authority.send('POST', 'v1/processing-activities', authority.bob, body),
    );
    activity = id;
  });
  const emergency = (members: object = {}) =>
    ask({ mandate: undefined, activity, breakGlass: { ...breakGlass, ...members } });

  it('opens for minutes, is logged first, told after, and reviewed', async () => {
    const given = issuedLawfulAccessSchema.parse(
      await (await expectStatus(201, emergency())).json(),
    );
    expect(authority.logs).toContainEqual({
      level: 'warn',
      event: 'break_glass',
      reference: given.id,
    });
    const { issuedAt, validUntil, emergency: record } = given.access;
    expect(new Date(validUntil).getTime() - new Date(issuedAt).getTime()).toBe(20 * 60_000);
    expect(record).toMatchObject({ danger: breakGlass.danger, officials: breakGlass.officials });
    const days = new Date(record?.reviewBefore ?? 0).getTime() - new Date(issuedAt).getTime();
    expect(days / 86_400_000).toBe(3);
    await expectStatus(200, exchange(given));
    expect(await notices()).toMatchObject([{ delayed: true, until: validUntil }]);
    authority.advance(21 * 60_000);
    expect(await notices()).toMatchObject([{ kind: 'emergency-access' }]);
    expect(await look(given)).toMatchObject({ state: 'expired', why: { rule: 'break_glass' } });
    await refused(403, 'access_expired', exchange(given));
    const object = { access: given.access.id, grounds: 'Dat was niet nodig.' };
    await refused(
      409,
      'no_right_to_object',
      authority.send('POST', 'v1/objections', citizen, object),
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
    await refused(422, code, emergency(members));
  });
});
