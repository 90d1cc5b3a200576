import { type BodyKind, bodyKindSchema } from '@grondslag/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import type { Question } from '../decide/question.ts';
import { exampleQuestion } from '../decision-table/example.ts';
import {
  type DataKind,
  dataKinds,
  type Situation,
  situations,
} from '../decision-table/situations.ts';
import { type Article6, article6Letters, article6Of } from '../law/article-6.ts';
import { mandateStateAt } from '../mandates/mandate-state.ts';
import type { Right } from '../rights/right.ts';
import { type RightsContext, rightsFor } from '../rights/rights-for.ts';

const RUNS = 100_000 * Number(process.env['FUZZ_FACTOR'] ?? 1);
const seed = process.env['FUZZ_SEED'];
const options = { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) };

/** Any request, spoiled in up to five ways, decided on at any moment of four years. */
const questions: fc.Arbitrary<Question> = fc
  .record({
    basis: fc.constantFrom<Article6>(...article6Letters),
    body: fc.constantFrom<BodyKind>(...bodyKindSchema.options),
    data: fc.constantFrom(...(Object.keys(dataKinds) as DataKind[])),
    spoilt: fc.uniqueArray(fc.constantFrom(...(Object.keys(situations) as Situation[])), {
      maxLength: 5,
    }),
    now: fc.option(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
      { freq: 3 },
    ),
    until: fc.option(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    ),
  })
  .map(({ basis, body, data, spoilt, now, until }) => {
    let question = dataKinds[data](exampleQuestion(basis, body));
    for (const name of spoilt) question = situations[name](question);
    return {
      ...question,
      ...(now && { now }),
      ask: { ...question.ask, ...(until && { until }) },
    };
  });

/** What Articles 7 and 15–22 give with each basis, written down a second time. */
const given: Record<Article6, readonly Right[]> = {
  a: ['withdraw', 'erasure', 'portability'],
  b: ['erasure', 'portability'],
  c: ['erasure'],
  d: ['erasure'],
  e: ['object', 'erasure'],
  f: ['object', 'erasure'],
};
const always: readonly Right[] = [
  ...(['rectification', 'restriction', 'access', 'information', 'notify-recipients'] as const),
  ...(['no-automated-decision', 'complaint', 'court'] as const),
];

describe('for any request', { timeout: 300_000 }, () => {
  it('lawful access has a decided, published mandate that holds, for this body and this basis', () => {
    let allowed = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const decision = decide(question);
        if (decision.outcome !== 'allow' && decision.outcome !== 'suspend') return;
        allowed++;
        const { mandate, ask, now } = question;
        expect(mandate).toBeDefined();
        if (mandate === undefined) return;
        expect(mandateStateAt(mandate, now)).toBe('published');
        expect(mandate.steps.some(({ step, by }) => step === 'decided' && by.name !== '')).toBe(
          true,
        );
        expect(mandate.agency).toBe(ask.agency);
        expect(article6Of(mandate.basis)).toBe(article6Of(ask.basis));
        expect(['c', 'e', 'f']).toContain(article6Of(ask.basis));
        if (decision.outcome !== 'allow') return;
        expect(decision.from < decision.until).toBe(true);
        for (const end of [mandate.validUntil, ask.until, question.activity?.validUntil]) {
          if (end !== undefined) expect(decision.until <= new Date(end)).toBe(true);
        }
      }),
      options,
    );
    expect(allowed).toBeGreaterThan(RUNS / 200);
  });

  it('what the citizen wrote is reached by consent or contract alone', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const own = { ...question, ask: { ...question.ask, placedBySource: false } };
        const { outcome } = decide(own);
        expect(['refuse', 'ask', 'confirm']).toContain(outcome);
        if (outcome === 'ask') expect(article6Of(own.ask.basis)).toBe('a');
        if (outcome === 'confirm') expect(article6Of(own.ask.basis)).toBe('b');
      }),
      options,
    );
  });

  it('an open objection suspends, unless an exception is on record', () => {
    let suspended = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const objected = situations['objection open'](question);
        const letter = article6Of(objected.ask.basis);
        const { outcome } = decide(objected);
        if (letter === 'e' || letter === 'f') {
          expect(['suspend', 'refuse']).toContain(outcome);
          if (outcome === 'suspend') suspended++;
        }
        if (outcome === 'suspend') {
          const excepted = situations['objection open, exception of 18(2)'](question);
          expect(decide(excepted).outcome).toBe('allow');
        }
      }),
      options,
    );
    expect(suspended).toBeGreaterThan(RUNS / 500);
  });

  it('every decision explains itself, and the same question gets the same answer', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const decision = decide(question);
        expect(decide(question)).toEqual(decision);
        expect(decision.article).toMatch(/\d/);
        for (const { nl, en } of [decision.why, decision.advice]) {
          expect(nl.length).toBeGreaterThan(10);
          expect(en.length).toBeGreaterThan(10);
        }
      }),
      options,
    );
  });

  it('no right is shown that the basis does not give, and none is hidden that it gives', () => {
    const contexts: fc.Arbitrary<RightsContext> = fc.record({
      providedByCitizen: fc.boolean(),
      automatedDecision: fc.boolean(),
      objection: fc.constantFrom('none', 'open', 'open-with-exception', 'upheld', 'rejected'),
      directMarketing: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom<Article6>(...article6Letters), contexts, (basis, context) => {
        const shown = rightsFor(basis, context);
        const available = shown.filter((line) => line.available !== 'no');
        const expected = [...always, ...given[basis]].filter(
          (right) => right !== 'portability' || context.providedByCitizen,
        );
        expect(new Set(available.map(({ right }) => right))).toEqual(new Set(expected));
        expect(shown.filter(({ available, action }) => available === 'no' && action)).toEqual([]);
      }),
      options,
    );
  });
});
