import { afterAll, assert, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import { type PlayedSource, playSource } from '../test-support/play-facts.ts';
import { type PlayedRegister, playRegister, sampleMandate } from '../test-support/play-register.ts';
import { type PlayedVault, playUma } from '../test-support/play-vault.ts';

const everything = 'SELECT ?predicate WHERE { GRAPH ?fact { ?node ?predicate ?value } }';
const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };

describe('reading under lawful access', () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let register: PlayedRegister;
  let uma: PlayedVault;
  let access: string;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    world.authority.participants.sources.push(source.participant);
    register = playRegister(world);
  });
  beforeEach(async () => {
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
    uma.facts.set('/anna/facts/household/household', await source.household(world.citizen));
    register.state = 'active';
    register.why = 'public_task';
    world.records.length = 0;
    const drafted = await world.agency.draftMandate(sampleMandate);
    assert(drafted.status === 'done');
    const mandate = drafted.mandate.id;
    const asked = { mandate, citizen: world.citizen, otherRoute };
    const outcome = await world.agency.requestLawfulAccess(asked);
    assert(outcome.status === 'allowed');
    access = outcome.access.id;
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
  });

  const credential = () => access.replace('v1/lawful-accesses/', 'vc/');

  it('gives the kinds of fact and the fields the mandate names, and no more', async () => {
    const outcome = await world.agency.readClaims(access, { query: everything });
    assert(outcome.status === 'read' && outcome.answer.form === 'select');
    const predicates = outcome.answer.rows.map((row) => row['predicate']?.value);
    expect(predicates).toContain('https://w3id.org/grondslag/terms#amount');
    expect(predicates).not.toContain('https://w3id.org/grondslag/terms#year');
    expect(predicates).not.toContain('https://w3id.org/grondslag/terms#adults');
    expect(outcome.claims.map(({ fact }) => fact)).toEqual([
      { type: 'income', amount: '23400.00' },
    ]);
    expect(outcome.claims[0]?.canonical).not.toContain('"2025"');
    expect(outcome.leftOut).toMatchObject([{ detail: 'not asked for' }]);
  });

  it('presents the lawful access, and logs the read as such', async () => {
    await world.agency.readClaims(access, { query: everything });
    const claim = Buffer.from(uma.exchanges[0]?.get('claim_token') ?? '', 'base64').toString();
    expect(JSON.parse(claim).verifiableCredential).toMatchObject([{ id: credential() }]);
    expect(claim).not.toContain('onsent');
    expect(world.records).toHaveLength(1);
    expect(world.records[0]?.attributes).toMatchObject({
      'dpl.core.processing_activity_id': sampleMandate.activity.id,
      'grondslag.lawful_access': credential(),
    });
    expect(world.records[0]?.attributes).not.toHaveProperty('grondslag.access_grant');
  });

  it.each([
    { state: 'waiting', why: 'public_task', reason: 'waiting' },
    { state: 'suspended', why: 'objection_open', reason: 'objected' },
    { state: 'suspended', why: 'mandate_suspended', reason: 'suspended' },
    { state: 'ended', why: 'objection_upheld', reason: 'ended' },
    { state: 'expired', why: 'mandate_ended', reason: 'expired' },
  ] as const)('reads nothing when it is $state by $why', async ({ state, why, reason }) => {
    register.state = state;
    register.why = why;
    expect(await world.agency.readClaims(access, { query: everything })).toEqual({
      status: 'no-access',
      reason,
      detail: expect.stringContaining(why),
      otherRoute: {
        text: expect.objectContaining({ nl: expect.stringContaining('Ouderenfonds') }),
        phone: '0900 1111',
      },
    });
    expect(uma.exchanges).toEqual([]);
    expect(world.records).toEqual([]);
  });

  it('says why when the token is refused in the middle', async () => {
    world.authority.token = () => {
      register.state = 'suspended';
      register.why = 'objection_open';
      return { status: 403, body: { error: 'request_denied' } };
    };
    const outcome = await world.agency.readClaims(access, { query: everything });
    expect(outcome).toMatchObject({ status: 'no-access', reason: 'objected' });
  });
});
