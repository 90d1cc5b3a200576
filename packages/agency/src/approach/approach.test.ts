import { g } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlayedWorld, playWorld } from '../test-support/play-agency.ts';
import { type PlayedSource, playSource } from '../test-support/play-facts.ts';
import { type PlayedRegister, playRegister, sampleMandate } from '../test-support/play-register.ts';
import { type PlayedVault, playUma } from '../test-support/play-vault.ts';
import { approachLetter } from './approach-letter.ts';
import type { ApproachQuestion } from './approach-question.ts';
import { approachWords } from './approach-words.ts';
import type { ApproachPlan } from './plan-approach.ts';

const weighing = {
  questions: {
    may: { score: 4, reasons: 'De wet noemt de taak.', conditions: [] },
    can: { score: 4, reasons: 'Met handtekening.', conditions: ['Een mens kijkt na.'] },
    want: { score: 5, reasons: 'Veel mensen lopen het mis.', conditions: [] },
  },
  steps: {
    ...{ interest: 'a', concretePurpose: 'b', statutoryTask: 'c', dataNeeded: 'd' },
    ...{ intendedEffects: 'e', unintendedEffects: 'f', notDoingIt: 'g', proportionality: 'h' },
    decision: 'Doen.',
  },
  outcome: 'go' as const,
  assessments: [],
  by: { name: 'J. de Boer', role: 'Hoofd' },
  at: '2026-06-01T12:00:00Z',
};
const official = { by: { name: 'P. Bestuurder', role: 'Voorzitter' }, reasons: 'Voor de test.' };

describe('finding who misses out', () => {
  let world: PlayedWorld;
  let source: PlayedSource;
  let register: PlayedRegister;
  let uma: PlayedVault;
  let question: ApproachQuestion;
  beforeAll(async () => {
    [world, source] = await Promise.all([playWorld(), playSource()]);
    world.authority.participants.sources.push(source.participant);
    register = playRegister(world);
  });
  beforeEach(async () => {
    uma = playUma(world);
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen));
    register.state = 'active';
    register.refuse = undefined;
    register.sent.length = 0;
    world.records.length = 0;
    question = questionAbout(await publish({}));
  });
  afterAll(async () => {
    await Promise.all([world.close(), source.server.close()]);
  });

  async function publish(text: Partial<typeof sampleMandate>): Promise<string> {
    const drafted = await world.agency.draftMandate({ ...sampleMandate, weighing, ...text });
    assert(drafted.status === 'done');
    const { id } = drafted.mandate;
    const mandate = register.mandates.get(id);
    assert(mandate);
    const at = '2026-06-02T12:00:00Z';
    const steps = (['decided', 'published'] as const).map((step) => ({ step, at, ...official }));
    register.mandates.set(id, { ...mandate, steps });
    return id;
  }
  function questionAbout(mandate: string, below = 25_000): ApproachQuestion {
    return {
      mandate,
      query: `PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?fact ?amount WHERE { GRAPH ?fact { ?who g:income [ g:amount ?amount ] } FILTER (?amount < ${below}) }`,
      reason: { nl: 'Uw inkomen is {amount} euro.', en: 'Your income is {amount} euros.' },
      letter: {
        title: { nl: 'U heeft misschien recht op een aanvulling', en: 'You may have a right' },
        offer: { nl: 'Wij bieden u een aanvulling aan.', en: 'We offer you a supplement.' },
        whatToDo: { nl: 'Bel ons.', en: 'Call us.' },
        from: { nl: 'Ouderenfonds', en: 'Pensioners’ fund' },
      },
      otherRoute: { text: { nl: 'Vraag het aan de balie.' }, phone: '0900 1111' },
    };
  }
  async function planOf(citizens: readonly string[], about = question): Promise<ApproachPlan> {
    const planned = await world.agency.planApproach(about, citizens);
    assert(planned.status === 'planned');
    return planned.plan;
  }
  async function find(citizens: readonly string[], about = question) {
    const { digest } = await planOf(citizens, about);
    const found = [];
    for await (const one of world.agency.findToApproach(about, citizens, { plan: digest })) {
      found.push(one);
    }
    return found;
  }

  it('says in a dry run what it would do, reads nothing and asks for no access', async () => {
    register.sent.length = 0;
    const before = uma.exchanges.length;
    const plan = await planOf([world.citizen, world.citizen, 'https://other.example/#me']);
    expect(plan).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{
        basis: 'e',
        laws: [{ nl: 'Participatiewet, artikel 47a' }],
        citizens: { total: 2, elsewhere: 1 },
      },
      mandate: { weighing: { outcome: 'go' }, dataNeeds: [{ fields: ['amount'] }] },
      log: { records: 1, accesses: 1, told: 'at-once', activity: sampleMandate.activity.id },
    });
    expect([register.sent, uma.exchanges.length, world.records]).toEqual([[], before, []]);
  });

  it('gives who is to be approached, with what decided, its source and the reason', async () => {
    const [found] = await find([world.citizen]);
    assert(found?.outcome.status === 'approach');
    expect(found).toMatchObject({
      citizen: world.citizen,
      outcome: {
        reason: { nl: 'Uw inkomen is 23.400 euro.', en: 'Your income is 23,400 euros.' },
        restsOn: [{ claimType: g.IncomeCredential, source: { nl: 'Register (voorbeeld)' } }],
      },
    });
    expect(found.outcome.facts).toEqual([
      { amount: expect.objectContaining({ value: '23400.00' }) },
    ]);
    expect(world.records).toHaveLength(1);
  });

  it('asks for access that ends soon after', async () => {
    await find([world.citizen]);
    const asked = register.sent.find(({ path }) => path.endsWith('/lawful-accesses'));
    const { until } = Object(asked?.body) as { until: string };
    expect(Date.parse(until) - Date.now()).toBeLessThan(3 * 86_400_000);
  });

  it('hands over nothing about who does not qualify', async () => {
    const [found] = await find([world.citizen], questionAbout(question.mandate, 1));
    expect(found?.outcome).toEqual({ status: 'does-not-qualify' });
  });

  it('keeps what is missing, what is not verified and who has no vault apart, with another route', async () => {
    uma.facts.clear();
    const [missing] = await find([world.citizen]);
    expect(missing?.outcome).toMatchObject({
      kinds: [g.IncomeCredential],
      status: 'facts-missing',
    });
    uma.facts.set('/anna/facts/income/2025', await source.income(world.citizen, 7));
    const [revoked, elsewhere] = await find([world.citizen, 'https://other.example/#me']);
    const apart = [revoked, elsewhere].sort((a, b) =>
      (a?.citizen ?? '').localeCompare(b?.citizen ?? ''),
    );
    expect(apart.map((found) => found?.outcome)).toEqual([
      { status: 'not-verified', reasons: ['revoked'], otherRoute: question.otherRoute },
      expect.objectContaining({ status: 'no-vault', otherRoute: question.otherRoute }),
    ]);
  });

  it('writes nobody a letter on a fact that the citizen disputes', async () => {
    const resource = new URL('facts/income/2025', world.storage).href;
    world.authority.disputed.push({
      ...{ id: `${world.authority.url}v1/corrections/1`, resource, credential: 'urn:uuid:1' },
      ...{ claimType: g.IncomeCredential, state: 'disputed', disputedAt: '2026-11-22T09:00:00Z' },
    });
    const [found] = await find([world.citizen]);
    world.authority.disputed.length = 0;
    expect(found?.outcome).toEqual({ status: 'disputed', otherRoute: question.otherRoute });
  });

  it('leaves out who objected, before access and after', async () => {
    register.refuse = 'objection_upheld';
    expect((await find([world.citizen]))[0]?.outcome).toEqual({ status: 'objected' });
    register.refuse = undefined;
    register.state = 'suspended';
    register.why = 'objection_open';
    expect((await find([world.citizen]))[0]?.outcome).toEqual({ status: 'objected' });
    expect(world.records).toEqual([]);
  });

  it('runs nothing but what a dry run showed', async () => {
    const { digest: plan } = await planOf([world.citizen]);
    const others = [
      world.agency.findToApproach(questionAbout(question.mandate, 1), [world.citizen], { plan }),
      world.agency.findToApproach(question, [world.citizen, `${world.storage}other#me`], { plan }),
    ];
    for (const run of others) await expect(run.next()).rejects.toThrow('Do a dry run');
    const mandate = register.mandates.get(question.mandate);
    assert(mandate);
    register.mandates.set(question.mandate, { ...mandate, version: 2 });
    const run = world.agency.findToApproach(question, [world.citizen], { plan });
    await expect(run.next()).rejects.toThrow('the mandate as it is now');
  });

  it('uses accesses that an earlier run was given, and tells nobody twice', async () => {
    const { digest: plan } = await planOf([world.citizen]);
    const accesses = new Map<string, string>();
    const onAccess = (citizen: string, access: string) => void accesses.set(citizen, access);
    const first = world.agency.findToApproach(question, [world.citizen], { plan, onAccess });
    for await (const { outcome } of first) expect(outcome.status).toBe('approach');
    register.sent.length = 0;
    const again = world.agency.findToApproach(question, [world.citizen], { plan, accesses });
    for await (const { outcome } of again) expect(outcome.status).toBe('approach');
    expect(register.sent).toEqual([]);
  });

  it.each([
    ['basis-not-fit', { basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-f' }],
    [
      'told-later',
      {
        notice: {
          when: 'delayed' as const,
          delay: {
            ...{ ground: { nl: 'Onderzoek' }, article: '14(5)(b)', until: '2026-12-31T00:00:00Z' },
            overseer: { name: 'T. Toezicht', role: 'FG' },
          },
        },
      },
    ],
  ])('has no plan under a mandate that is not one for this: %s', async (reason, text) => {
    const planned = await world.agency.planApproach(questionAbout(await publish(text)), []);
    expect(planned).toMatchObject({ status: 'not-allowed', reason });
  });

  it.each([
    [{ query: 'ASK {}' }, 'Expected a SELECT'],
    [{ query: 'SELECT ?amount WHERE { BIND (1 AS ?amount) }' }, 'finds everybody'],
    [{ reason: { nl: 'Het is {sum}.', en: 'It is.' } }, 'got {sum}'],
  ])('refuses a question that cannot explain itself: %o', async (part, message) => {
    await expect(world.agency.planApproach({ ...question, ...part }, [])).rejects.toThrow(message);
  });

  it('writes a letter in two languages that says why, of whom, by which law, and that nothing is decided', async () => {
    const [found] = await find([world.citizen]);
    assert(found?.outcome.status === 'approach');
    const plan = await planOf([world.citizen]);
    const dutch = approachLetter(found.outcome, question, plan, { to: 'A. <b>de Wit' });
    for (const text of [
      ...[
        'Uw inkomen is 23.400 euro.',
        'Register (voorbeeld)',
        'Participatiewet, artikel 47a',
        'inkomen',
      ],
      ...['Er is niets besloten', 'U kunt bezwaar maken', '365 dagen', 'A. &lt;b&gt;de Wit'],
    ]) {
      expect(dutch).toContain(text);
    }
    const english = approachLetter(found.outcome, question, plan, { language: 'en' });
    expect(english).toContain('Your income is 23,400 euros.');
    expect(english).toContain('Nothing was decided');
    const byDuty = approachLetter(found.outcome, question, { ...plan, basis: 'c' });
    expect(byDuty).not.toContain('bezwaar');
    expect(`${dutch}${english}`).not.toMatch(/<script|undefined|\{\w+\}</);
  });

  it('says it in Dutch sentences of at most twenty words', () => {
    for (const text of Object.values(approachWords.nl)) {
      for (const sentence of text.split(/[.?!:] /)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
      }
    }
  });
});
