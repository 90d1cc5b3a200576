import { generateSigningKey } from '@grondslag/claims';
import { mandateStatement } from '@grondslag/legal-basis';
import { afterAll, assert, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import { type PlayedRegister, playRegister, sampleMandate } from '../test-support/play-register.ts';

const by = { name: 'J. de Boer', role: 'hoofd uitvoering' };
const reasons = 'Afgewogen en akkoord.';
const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };

describe('an agency on another legal basis than consent', () => {
  let world: PlayedWorld;
  let register: PlayedRegister;
  beforeAll(async () => {
    world = await playWorld();
    register = playRegister(world);
  });
  beforeEach(() => {
    register.refuse = undefined;
    register.state = 'active';
    register.why = 'public_task';
    register.sent.length = 0;
  });
  afterAll(() => world.close());

  async function drafted(): Promise<string> {
    const outcome = await world.agency.draftMandate(sampleMandate);
    assert(outcome.status === 'done');
    return outcome.mandate.id;
  }

  it('registers a processing activity', async () => {
    const activity = {
      ...{ id: 'https://ouderenfonds.example/register/aanvulling', version: 1 },
      ...{ controller: world.webId, name: { nl: 'Aanvulling' }, recipients: [] },
      basis: sampleMandate.basis,
      lawRefs: sampleMandate.lawRefs,
      purpose: sampleMandate.purpose,
      purposeInWords: sampleMandate.task,
      dataNeeds: sampleMandate.dataNeeds,
      retentionDays: 365,
      validFrom: '2026-01-01T00:00:00Z',
    };
    expect(await world.agency.registerActivity(activity)).toEqual({
      status: 'registered',
      activity,
    });
    await expect(world.agency.registerActivity({ ...activity, dataNeeds: [] })).rejects.toThrow(
      /^The processing activity is not complete: dataNeeds: /,
    );
  });

  it('drafts a mandate and hears what is missing', async () => {
    const outcome = await world.agency.draftMandate(sampleMandate);
    expect(outcome).toMatchObject({ status: 'done', state: 'draft', mandate: { version: 1 } });
    expect(outcome.status === 'done' && outcome.broken).toMatchObject([
      { rule: 'mandate_not_weighed', advice: { nl: expect.stringContaining('negen stappen') } },
    ]);
  });

  it('finds its mandates', async () => {
    const mandate = await drafted();
    const listed = await world.agency.listMandates();
    expect(listed.map(({ mandate: { id } }) => id)).toContain(mandate);
    expect(await world.agency.findMandate(mandate)).toMatchObject({ mandate: { id: mandate } });
  });

  it('signs the decision over the mandate as it is on record', async () => {
    const mandate = await drafted();
    const { key } = await generateSigningKey(`${world.webId}-key-1`);
    const decided = await world.agency.decideMandate({ mandate, by, reasons, key });
    assert(decided.status === 'done');
    expect(decided.state).toBe('decided');
    const [header = '', payload = '', signature = ''] =
      decided.mandate.steps[0]?.signature?.split('.') ?? [];
    const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(decode(header)).toEqual({ alg: 'EdDSA', kid: key.id });
    expect(decode(payload)).toEqual(await mandateStatement(decided.mandate, { by, reasons }));
    expect(Buffer.from(signature, 'base64url')).toHaveLength(64);
  });

  it('signs only when each attached document is still what was weighed', async () => {
    const url = 'https://agency.example/statement.txt';
    const privateLawAct = { url, date: '2026-01-01', sha256: 'b'.repeat(64) };
    const drafted = await world.agency.draftMandate({ ...sampleMandate, privateLawAct });
    assert(drafted.status === 'done');
    const mandate = drafted.mandate.id;
    const { key } = await generateSigningKey(`${world.webId}-key-1`);
    const decide = (documents: ReadonlyMap<string, string>) =>
      world.agency.decideMandate({ mandate, by, reasons, key, documents });
    register.sent.length = 0;
    expect(await decide(new Map([[url, 'c'.repeat(64)]]))).toMatchObject({
      status: 'refused',
      rule: 'assessment_changed',
    });
    await expect(decide(new Map())).rejects.toThrow(/nothing was signed without:\n {2}https/);
    expect(register.sent).toEqual([]);
    expect(await decide(new Map([[url, 'b'.repeat(64)]]))).toMatchObject({ state: 'decided' });
  });

  it('publishes and ends a mandate', async () => {
    const mandate = await drafted();
    const published = await world.agency.publishMandate({ mandate, by, reasons });
    expect(published).toMatchObject({ status: 'done', state: 'published' });
    const ended = await world.agency.endMandate({ mandate, by, reasons });
    expect(ended).toMatchObject({ status: 'done', state: 'ended' });
  });

  it('tells which rule stands in the way of a step, and what to do', async () => {
    const mandate = await drafted();
    register.refuse = 'law_reference_missing';
    expect(await world.agency.publishMandate({ mandate, by, reasons })).toEqual({
      status: 'refused',
      rule: 'law_reference_missing',
      article: '6(3)',
      why: expect.objectContaining({ nl: expect.any(String), en: expect.any(String) }),
      advice: expect.objectContaining({ nl: expect.stringContaining('Noem de wet') }),
    });
  });

  it('asks only the configured authority about a mandate', async () => {
    const mandate = 'https://elsewhere.example/v1/mandates/1';
    await expect(world.agency.publishMandate({ mandate, by, reasons })).rejects.toMatchObject({
      code: 'credential_not_found',
    });
    expect(register.sent).toEqual([]);
  });

  const question = async () => ({
    ...{ mandate: await drafted(), citizen: world.citizen, otherRoute },
    until: new Date(Date.now() + 3_600_000),
  });

  it('is allowed to read', async () => {
    const asked = await question();
    const outcome = await world.agency.requestLawfulAccess(asked);
    expect(outcome).toMatchObject({ status: 'allowed', access: { citizen: world.citizen } });
    const { otherRoute: _own, until, ...rest } = asked;
    expect(register.sent.at(-1)?.body).toEqual({ ...rest, until: until.toISOString() });
  });

  it('waits as long as the citizen has to respond', async () => {
    register.state = 'waiting';
    const outcome = await world.agency.requestLawfulAccess(await question());
    expect(outcome).toMatchObject({ status: 'waiting', from: expect.any(Date), otherRoute });
  });

  it('hears that an objection suspends the access', async () => {
    const asked = await question();
    register.refuse = 'objection_open';
    expect(await world.agency.requestLawfulAccess(asked)).toMatchObject({
      status: 'suspended',
      rule: 'objection_open',
      article: '18(1)(d)',
      otherRoute,
    });
  });

  it('is refused with the rule, why, what to do, and the other route', async () => {
    const asked = await question();
    register.refuse = 'mandate_ended';
    expect(await world.agency.requestLawfulAccess(asked)).toMatchObject({
      status: 'refused',
      rule: 'mandate_ended',
      why: { en: 'The mandate has ended or expired.' },
      advice: { en: 'Stop reading. When the purpose still exists, weigh again.' },
      otherRoute,
    });
  });

  it('does not ask the authority about somebody without a vault', async () => {
    const asked = await question();
    register.sent.length = 0;
    const citizen = new URL('/nobody/profile/card#me', world.citizen).href;
    expect(await world.agency.requestLawfulAccess({ ...asked, citizen })).toEqual({
      status: 'no-vault',
      reason: 'no-profile',
      otherRoute,
    });
    expect(register.sent).toEqual([]);
  });

  it('cannot forget the other route', async () => {
    const asked = { ...(await question()), otherRoute: { text: { nl: '' } } };
    await expect(world.agency.requestLawfulAccess(asked)).rejects.toThrow(
      /^The other route is not complete: text\.nl: /,
    );
  });

  it('lists emergencies by their review, all pages, and puts a review on record', async () => {
    const asked = await question();
    for (let count = 0; count < 2; count++) await world.agency.requestLawfulAccess(asked);
    const found = await world.agency.listEmergencies('overdue');
    expect(new Set(found.map(({ id }) => id)).size).toBeGreaterThanOrEqual(2);
    const [first] = found;
    assert(first);
    const review = { outcome: 'justified', reasons: { nl: 'Er was brand.' }, by } as const;
    expect((await world.agency.reviewEmergency(first.access.id, review)).id).toBe(first.id);
    expect(register.sent.at(-1)).toMatchObject({
      ...{ method: 'PUT', path: `/v1/lawful-accesses/${first.id}/review`, body: review },
    });
    const { reasons: _none, ...incomplete } = review;
    await expect(
      world.agency.reviewEmergency(first.access.id, incomplete as typeof review),
    ).rejects.toThrow(/^The review is not complete: reasons: /);
    await expect(world.agency.reviewEmergency('https://x.example/1', review)).rejects.toThrow(
      'Expected the id of lawful access',
    );
  });

  it('lists objections with the day an answer is due, and answers one', async () => {
    const [first] = await world.agency.listObjections();
    assert(first);
    expect(first.answerBefore).toMatch(/^\d{4}-/);
    const { id } = first.objection;
    const answer = { outcome: 'upheld', reasons: { nl: 'U heeft gelijk.' }, by } as const;
    await world.agency.answerObjection(id, answer);
    await world.agency.extendObjection(id, { reasons: { nl: 'Het is ingewikkeld.' }, by });
    const ground = 'rights-of-another-person';
    await world.agency.recordException(id, { ground, reasons: { nl: 'Een kind.' }, by });
    expect(register.sent.map(({ path, body }) => [path.split('/').at(-1), body])).toEqual([
      ['answer', answer],
      ['extension', { reasons: { nl: 'Het is ingewikkeld.' }, by }],
      ['exception', { ground, reasons: { nl: 'Een kind.' }, by }],
    ]);
  });
});
