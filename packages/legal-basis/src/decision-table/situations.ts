import type { DataNeed, Sensitivity } from '../activities/data-need.ts';
import type { Ground } from '../activities/processing-activity.ts';
import type { Ask, ObjectionInContext, Question } from '../decide/question.ts';
import { article9Iri } from '../law/article-9.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Objection } from '../objections/objection.ts';
import {
  AGENCY,
  CITIZEN,
  exampleMandate,
  GDPR_ACT,
  law,
  NUMBER_ACT,
  need,
  official,
} from './example.ts';
import { findGroundLetter } from './ground-letter.ts';

type Spoil = (question: Question) => Question;

const more: DataNeed = { ...need, fields: [...need.fields, 'employer'] };

const withAsk =
  (ask: Partial<Ask>): Spoil =>
  (question) => ({ ...question, ask: { ...question.ask, ...ask } });
const withMandate =
  (change: (mandate: Mandate) => Mandate): Spoil =>
  (question) => ({
    ...question,
    mandate: question.mandate === undefined ? undefined : change(question.mandate),
  });
const withGround =
  (ground: Partial<Ground>, sensitivity?: Sensitivity): Spoil =>
  (question) => ({
    ...question,
    activity: question.activity === undefined ? undefined : { ...question.activity, ...ground },
    mandate: question.mandate === undefined ? undefined : { ...question.mandate, ...ground },
    ...(sensitivity && { sensitivitiesOf: () => [sensitivity] }),
  });
const withStep = (step: 'suspended' | 'ended') =>
  withMandate((mandate) => ({
    ...mandate,
    steps: [
      ...mandate.steps,
      { step, at: '2026-06-01T09:00:00Z', by: official, reasons: 'Besloten.' },
    ],
  }));

const withObjection =
  (members: Partial<Objection>, dataNeeds: ObjectionInContext['dataNeeds'] = [need]): Spoil =>
  (question) => {
    const objection: Objection = {
      ...{ id: 'https://access.example/v1/objections/1', citizen: CITIZEN, agency: AGENCY },
      access: 'https://access.example/v1/lawful-accesses/1',
      mandate: 'https://access.example/v1/mandates/1',
      ...{ grounds: 'Mijn situatie is anders.', receivedAt: '2026-11-01T09:00:00Z' },
      ...members,
    };
    const { purpose } = question.ask;
    return { ...question, objections: [{ objection, purpose, dataNeeds }] };
  };
const answered = (outcome: 'upheld' | 'rejected') =>
  withObjection({
    answer: {
      outcome,
      reasons: { nl: 'Zo is besloten.' },
      by: official,
      at: '2026-11-10T09:00:00Z',
    },
  });

/** Kinds of data, with or without what they need. */
export const dataKinds = {
  ordinary: (question) => question,
  'special, with a ground': (question) =>
    withGround(
      {
        specialCategoryBasis: article9Iri(findGroundLetter(question)),
        lawRefs: [law('BWBR0015703', '47a')],
      },
      'special-category',
    )(question),
  'special, without a ground': withGround({}, 'special-category'),
  'criminal, with a law': withGround({ article10: GDPR_ACT }, 'criminal'),
  'criminal, without a law': withGround({}, 'criminal'),
  'identity number, with a rule': withGround({ identityNumberRule: NUMBER_ACT }, 'identity-number'),
  'identity number, without a rule': withGround({}, 'identity-number'),
} as const satisfies Record<string, Spoil>;

const gate = (question: Question, members: Partial<NonNullable<Ask['consentGate']>>) => {
  const { consentGate } = question.ask;
  return consentGate === undefined
    ? question
    : withAsk({ consentGate: { ...consentGate, ...members } })(question);
};
const glass = (question: Question, members: Partial<NonNullable<Ask['breakGlass']>>) => {
  const { breakGlass } = question.ask;
  return breakGlass === undefined
    ? question
    : withAsk({ breakGlass: { ...breakGlass, ...members } })(question);
};

/** What is the matter with a request; each changes one thing of a request in order. */
export const situations = {
  'in order': (question) => question,
  // who asks
  'not in the register': (question) => ({
    ...question,
    participant: undefined,
    activity: undefined,
  }),
  'admission suspended': (question) => ({
    ...question,
    participant: question.participant && {
      ...question.participant,
      admissions: [
        ...question.participant.admissions,
        { decision: 'suspended', at: '2026-10-01T09:00:00Z', by: official, reasons: 'Onderzoek.' },
      ],
    },
  }),
  'admission ended': (question) => ({ ...question, now: new Date('2028-02-01T09:00:00Z') }),
  // consent
  'the gate was not passed': (question) => {
    const { consentGate: _gate, ...ask } = question.ask;
    return { ...question, ask };
  },
  'refusing has a price': (question) => gate(question, { refusalCostsNothing: false }),
  'bundled with a decision': (question) => gate(question, { onePurpose: false }),
  'a mandate covers it': (question) => ({ ...question, mandates: [exampleMandate('e')] }),
  'refused before': (question) => ({
    ...question,
    earlier: [{ kind: 'denial', purpose: question.ask.purpose, dataNeeds: [need] }],
  }),
  'granted already': (question) => ({
    ...question,
    earlier: [{ kind: 'grant', purpose: question.ask.purpose, dataNeeds: [need] }],
  }),
  'narrower than the objection': withObjection({}, [more]),
  // the register of activities
  'no activity': (question) => ({ ...question, activity: undefined }),
  'an activity that changed': (question) => ({
    ...question,
    activity: question.activity && { ...question.activity, version: 2 },
  }),
  'an activity that ended': (question) => ({
    ...question,
    activity: question.activity && { ...question.activity, validUntil: '2026-11-01T00:00:00Z' },
  }),
  'another purpose': withAsk({ purpose: 'https://w3id.org/dpv#Marketing' }),
  'more than registered': withAsk({ dataNeeds: [more] }),
  'more than registered, switched to refuse': (question) => ({
    ...withAsk({ dataNeeds: [more] })(question),
    moreThanRegistered: 'refuse',
  }),
  // contract
  'no contract': withAsk({ contract: '' }),
  // the law
  'no law named': withGround({ lawRefs: [] }),
  'a law nobody knows': withGround({ lawRefs: [law('BWBR9999999', '1')] }),
  'a repealed law': withGround({ lawRefs: [law('BWBR0011468', '8')] }),
  // the mandate
  'no mandate': (question) => ({ ...question, mandate: undefined }),
  'a mandate of another body': withMandate((mandate) => ({
    ...mandate,
    agency: 'https://other.example/#me',
  })),
  'a draft': withMandate(({ weighing: _weighing, ...mandate }) => ({ ...mandate, steps: [] })),
  'weighed, not decided': withMandate((mandate) => ({ ...mandate, steps: [] })),
  'decided, not published': withMandate((mandate) => ({
    ...mandate,
    steps: mandate.steps.slice(0, 1),
  })),
  'a mandate that was suspended': withStep('suspended'),
  'a mandate that was ended': withStep('ended'),
  'a mandate that expired yesterday': withMandate((mandate) => ({
    ...mandate,
    validUntil: '2026-11-21T12:00:00Z',
  })),
  'a mandate that starts tomorrow': withMandate((mandate) => ({
    ...mandate,
    validFrom: '2026-11-23T12:00:00Z',
  })),
  'a weighing with gaps': withMandate((mandate) => ({
    ...mandate,
    ...(mandate.weighing && {
      weighing: { ...mandate.weighing, steps: { ...mandate.weighing.steps, notDoingIt: '' } },
    }),
  })),
  'a weighing that says no': withMandate((mandate) => ({
    ...mandate,
    ...(mandate.weighing && { weighing: { ...mandate.weighing, outcome: 'no-go' } }),
  })),
  'no assessments': withMandate((mandate) => ({
    ...mandate,
    ...(mandate.weighing && { weighing: { ...mandate.weighing, assessments: [] } }),
  })),
  'more than the mandate': withAsk({ dataNeeds: [more] }),
  'about another citizen': withMandate((mandate) => ({
    ...mandate,
    subjects: { scope: 'one', webId: 'https://vault.example/bram/#me' },
  })),
  'an act under private law, with a statement': withMandate((mandate) => ({
    ...mandate,
    privateLawAct: {
      url: 'https://agency.example/statement.pdf',
      date: '2026-02-01',
      sha256: 'b'.repeat(64),
    },
  })),
  'written by the citizen': withAsk({ placedBySource: false }),
  // objections
  'objection open': withObjection({}),
  'objection open, exception of 18(2)': withObjection({
    exception: {
      ...{ ground: 'important-public-interest', reasons: { nl: 'Er is haast bij.' } },
      ...{ by: official, at: '2026-11-02T09:00:00Z' },
    },
  }),
  'objection upheld': answered('upheld'),
  'objection rejected': answered('rejected'),
  'objection about another purpose': (question) => ({
    ...withObjection({})(question),
    objections: withObjection({})(question).objections.map((one) => ({
      ...one,
      purpose: 'https://w3id.org/dpv#Marketing',
    })),
  }),
  // danger
  'one official, reviewed afterwards': (question) => glass(question, { officials: [official] }),
  'one official alone': (question) =>
    glass(question, { officials: [official], reviewAfterwards: false }),
  'the same official twice': (question) =>
    glass(question, { officials: [official, official], reviewAfterwards: false }),
  'the danger is not written down': (question) => glass(question, { danger: ' ' }),
  'for two days': (question) => glass(question, { minutes: 2_880 }),
  'one official, while a review is overdue': (question) =>
    glass(question, { officials: [official], reviewOverdue: true }),
  'two officials, while a review is overdue': (question) =>
    glass(question, { reviewOverdue: true }),
  'reviewed: justified': (question) => glass(question, { reviewed: 'justified' }),
  'reviewed: not justified': (question) => glass(question, { reviewed: 'not-justified' }),
} as const satisfies Record<string, Spoil>;

export type DataKind = keyof typeof dataKinds;
export type Situation = keyof typeof situations;
