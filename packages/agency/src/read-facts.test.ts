import { acl, g, gc } from '@grondslag/vocab';
import {
  afterAll,
  assert,
  beforeAll,
  beforeEach,
  describe,
  expect,
  expectTypeOf,
  it,
} from 'vitest';
import { factsOf } from './kinds/facts-of.ts';
import type { Day, Decimal } from './kinds/field-readers.ts';
import { onlyFields } from './kinds/kind.ts';
import { Income, Residence } from './kinds/kit-kinds.ts';
import { readFacts } from './read-facts.ts';
import { LibraryCard } from './test-support/library-card.ts';
import { type PlayedWorld, playWorld } from './test-support/play-agency.ts';
import { type PlayedSource, playSource } from './test-support/play-facts.ts';
import { type PlayedVault, playUma } from './test-support/play-vault.ts';

describe(readFacts, () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let uma: PlayedVault;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    world.authority.participants.sources.push(source.participant);
  });
  beforeEach(async () => {
    world.records.length = 0;
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
  });

  async function granted(overrides = {}, agency = world.agency) {
    const asked = await agency.requestAccess(world.question(overrides));
    assert(asked.status === 'requested');
    return world.authority.decide('SolidAccessGrant', world.citizen, {
      mode: [acl.Read],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      forPersonalData: asked.request.credentialSubject.hasConsent.forPersonalData,
      isProvidedTo: world.webId,
      verifiedRequest: asked.request.id,
    });
  }

  it('gives values by their types, each with who said it, until when, and when it was checked', async () => {
    const outcome = await world.agency.readClaims(await granted(), Income);
    assert(outcome.status === 'read');
    const [{ values, provenance }] = outcome.facts;
    expectTypeOf(values).toEqualTypeOf<
      Readonly<{ year: number; amount: Decimal; currency: string }>
    >();
    expect(values).toEqual({ year: 2025, amount: '23400.00', currency: 'EUR' });
    expect(provenance).toEqual({
      resource: `${world.storage}facts/income/2025`,
      credential: expect.stringMatching(/^urn:uuid:/),
      claimType: g.IncomeCredential,
      source: expect.objectContaining({ id: source.participant.id }),
      subject: world.citizen,
      validFrom: expect.any(Date),
      validUntil: expect.any(Date),
      holdsAt: expect.any(Date),
      statusCheckedAt: expect.any(Date),
    });
    expect(world.records).toMatchObject([{ status: 'Ok' }]);
  });

  it('fetches nothing of another kind, though it was granted too', async () => {
    uma.facts.set('/anna/facts/home/1', 'never read');
    const grant = await granted();
    world.vault.seen.length = 0;
    await world.agency.readClaims(grant, Income);
    const paths = world.vault.seen.map(({ path }) => path);
    expect(paths).toContain('/anna/facts/income/2025');
    expect(paths.filter((path) => path.startsWith('/anna/facts/home/'))).toEqual([]);
  });

  it('gives the other route when there is no such fact that holds', async () => {
    const outcome = await world.agency.readClaims(await granted(), Residence);
    expect(outcome).toEqual({
      status: 'not-verified',
      incomplete: [],
      leftOut: [],
      otherRoute: { text: { nl: 'Vraag het formulier aan de balie.' } },
    });
  });

  it('reads nothing of a kind that was not asked for', async () => {
    const grant = await granted();
    world.vault.seen.length = 0;
    await expect(world.agency.readClaims(grant, LibraryCard)).rejects.toMatchObject({
      code: 'kind_not_asked',
      message: expect.stringContaining(LibraryCard.claimType),
    });
    expect(world.vault.seen).toEqual([]);
    expect(world.records).toEqual([]);
  });

  it('takes a fact without a field for incomplete, until only the fields that were asked are read', async () => {
    const needs = world.question().needs.map((need) => ({
      ...need,
      ...(need.claimType === g.IncomeCredential && { fields: ['year'] }),
    }));
    const grant = await granted({ needs });
    const whole = await world.agency.readClaims(grant, Income);
    assert(whole.status === 'not-verified');
    expect(whole.incomplete).toMatchObject([
      { values: { year: 2025 }, missing: ['amount', 'currency'] },
    ]);
    const part = await world.agency.readClaims(grant, onlyFields(Income, 'year'));
    assert(part.status === 'read');
    expectTypeOf(part.facts[0].values).toEqualTypeOf<Readonly<{ readonly year: number }>>();
    expect(part.facts[0].values).toEqual({ year: 2025 });
  });

  it('asks for and reads an agency’s own kind of fact, by its shape', async () => {
    uma.facts.set('/anna/facts/library/1', await source.libraryCard(world.citizen));
    const agency = world.createAgency({ kinds: [LibraryCard] });
    const reason = { nl: 'Wie een pas heeft, betaalt minder.' };
    const needs = [{ claimType: LibraryCard.claimType, reason, required: true }];
    const outcome = await agency.readClaims(await granted({ needs }, agency), LibraryCard);
    assert(outcome.status === 'read', JSON.stringify(outcome));
    const { values } = outcome.facts[0];
    expectTypeOf(values.books).toEqualTypeOf<number | undefined>();
    expectTypeOf(values.fineCurrency).toEqualTypeOf<'EUR' | 'SEK'>();
    expect(values).toEqual({
      ...{ cardNumber: 'B-1203', isForChildren: false, fine: '1.50', fineCurrency: 'EUR' },
    });
  });

  it('neither asks for nor believes a kind that it was not given', async () => {
    const reason = { nl: 'Wie een pas heeft, betaalt minder.' };
    const needs = [{ claimType: LibraryCard.claimType, reason, required: true }];
    await expect(world.agency.requestAccess(world.question({ needs }))).rejects.toThrow(
      'createAgency({ kinds })',
    );
  });

  it('finds facts of a kind among the claims of a query', async () => {
    const query = 'ASK { GRAPH ?credential { ?citizen ?property ?fact } }';
    const outcome = await world.agency.readClaims(await granted(), { query });
    assert(outcome.status === 'read');
    expectTypeOf(factsOf(outcome.claims, Residence).facts[0]?.values.since).toEqualTypeOf<
      Day | undefined
    >();
    expect(factsOf(outcome.claims, Residence).facts).toEqual([]);
    expect(factsOf(outcome.claims, Income).facts.map(({ values }) => values.year)).toEqual([2025]);
  });

  it('makes a forgotten other route an error of the compiler', async () => {
    const outcome = await world.agency.readClaims(await granted(), Income);
    // @ts-expect-error there are facts only when the status is 'read'
    const facts = outcome.facts;
    expect(facts).toHaveLength(1);
  });

  it('refuses a kind of its own that has no shape', () => {
    const { plans: _, ...bare } = LibraryCard;
    expect(() => world.createAgency({ kinds: [bare] })).toThrow('grondslag shapes types');
  });
});
