import { describe, expect, it } from 'vitest';
import { exampleQuestion, GDPR_ACT, law, official } from '../decision-table/example.ts';
import { findings, type Rule } from '../findings/findings.ts';
import { article6Iri } from '../law/article-6.ts';
import { article9Iri } from '../law/article-9.ts';
import { checkMandate, type MandateFacts } from './check-mandate.ts';
import { type Mandate, mandateSchema } from './mandate.ts';

function facts(basis: 'b' | 'c' | 'e' | 'f' = 'e'): MandateFacts & { readonly mandate: Mandate } {
  const { mandate, ...question } = exampleQuestion(basis === 'b' ? 'c' : basis, 'public-authority');
  if (mandate === undefined) throw new TypeError('The example has a mandate.');
  return { ...question, mandate: mandateSchema.parse(mandate) };
}

const change = (members: Partial<Mandate>, basis?: 'c' | 'e' | 'f'): MandateFacts => {
  const start = facts(basis);
  return { ...start, mandate: { ...start.mandate, ...members } };
};
const weighing = (members: Partial<NonNullable<Mandate['weighing']>>) => {
  const start = facts();
  if (start.mandate.weighing === undefined) throw new TypeError('The example was weighed.');
  return change({ weighing: { ...start.mandate.weighing, ...members } });
};
const activity = (members: Partial<NonNullable<MandateFacts['activity']>>): MandateFacts => {
  const start = facts();
  if (start.activity === undefined) throw new TypeError('The example has an activity.');
  return { ...start, activity: { ...start.activity, ...members } };
};
const withSensitivity = (sensitivity: 'special-category' | 'criminal' | 'identity-number') => ({
  ...facts(),
  sensitivitiesOf: () => [sensitivity],
});
const delay = {
  ground: { nl: 'Een onderzoek loopt.' },
  article: '14(5)(b)',
  until: '2026-12-31T00:00:00Z',
  overseer: official,
};
const both = (basis: string): MandateFacts => {
  const start = change({ basis });
  return { ...start, activity: start.activity && { ...start.activity, basis } };
};

// one mandate for each check, that fails only it
const broken: readonly [Rule, MandateFacts][] = [
  ['participant_unknown', { ...facts(), participant: undefined }],
  ['participant_not_admitted', notAdmitted()],
  ['competence_missing', withoutCompetence()],
  ['basis_unknown', both('https://w3id.org/dpv/legal/eu/gdpr#A6-1-g')],
  ['legitimate_interest_in_public_task', facts('f')],
  ['mandate_for_consent', both(article6Iri('a'))],
  ['law_reference_missing', change({ lawRefs: [] })],
  ['law_unknown', change({ lawRefs: [law('BWBR9999999', '1')] })],
  ['law_not_in_force', change({ lawRefs: [law('BWBR0011468', '8')] })],
  ['special_category_without_ground', withSensitivity('special-category')],
  ['special_ground_not_usable', change({ specialCategoryBasis: article9Iri('e') })],
  ['criminal_data_without_article_10', withSensitivity('criminal')],
  ['identity_number_without_rule', withSensitivity('identity-number')],
  ['activity_unknown', { ...facts(), activity: undefined }],
  ['activity_not_current', activity({ version: 2 })],
  ['activity_not_current', activity({ validFrom: '2027-01-01T00:00:00Z' })],
  ['activity_not_current', activity({ validUntil: '2026-02-01T00:00:00Z' })],
  ['activity_differs', activity({ purpose: 'https://w3id.org/dpv#Marketing' })],
  ['more_than_registered', activity({ dataNeeds: [{ ...need(), fields: ['year'] }] })],
  ['longer_than_retention', activity({ retentionDays: 10 })],
  [
    'notice_delay_without_ground',
    change({ notice: { when: 'delayed', delay: { ...delay, article: '6' } } }),
  ],
  ['mandate_not_weighed', withoutWeighing()],
  ['weighing_incomplete', weighing({ outcome: 'go-with-conditions' })],
  ['weighing_says_no', weighing({ outcome: 'no-go' })],
  ['assessment_missing', withAssessments(['DPIA', 'NecessityAssessment'])],
  [
    'protocol_or_dpia_missing',
    withAssessments(['NecessityAssessment', 'ProportionalityAssessment']),
  ],
  [
    'assessment_changed',
    { ...facts(), documents: new Map([['https://agency.example/DPIA.pdf', 'c'.repeat(64)]]) },
  ],
];

function need() {
  const [first] = facts().mandate.dataNeeds;
  if (first === undefined) throw new TypeError('The example needs something.');
  return first;
}
function notAdmitted(): MandateFacts {
  const start = facts();
  if (start.participant === undefined) throw new TypeError('The example has a participant.');
  return { ...start, participant: { ...start.participant, admissions: [] } };
}
function withoutCompetence(): MandateFacts {
  const start = facts();
  if (start.participant === undefined) throw new TypeError('The example has a participant.');
  const { competence: _competence, ...participant } = start.participant;
  return { ...start, participant };
}
function withoutWeighing(): MandateFacts {
  const { mandate, ...rest } = facts();
  const { weighing: _weighing, ...draft } = mandate;
  return { ...rest, mandate: draft };
}
function withAssessments(kept: readonly string[]): MandateFacts {
  const all = facts().mandate.weighing?.assessments ?? [];
  return weighing({ assessments: all.filter(({ type }) => kept.includes(type)) });
}

describe(checkMandate, () => {
  it.each(['c', 'e'] as const)('finds nothing in a mandate in order: %s', (basis) => {
    expect(checkMandate(facts(basis))).toEqual([]);
  });

  it.each(broken)('finds %s, and only that', (rule, spoiled) => {
    expect(checkMandate(spoiled)).toEqual([rule]);
  });

  it.each([
    ['a delay with a ground', change({ notice: { when: 'delayed', delay } })],
    ['a private law act with its statement', privateLawAct()],
    ['special categories with a ground', special()],
    ['an assessment that is the same document', sameDocument()],
  ])('finds nothing in %s', (_what, fine) => {
    expect(checkMandate(fine)).toEqual([]);
  });

  it('says everything at once', () => {
    const start = change({ lawRefs: [], retentionDays: 400 });
    expect(checkMandate({ ...start, sensitivitiesOf: () => ['criminal'] })).toEqual([
      'criminal_data_without_article_10',
      'law_reference_missing',
      'longer_than_retention',
    ]);
  });
});

function privateLawAct(): MandateFacts {
  const statement = {
    url: 'https://agency.example/s.pdf',
    date: '2026-01-01',
    sha256: 'b'.repeat(64),
  };
  return change({ privateLawAct: statement }, 'f');
}
function special(): MandateFacts {
  return {
    ...change({ specialCategoryBasis: article9Iri('g'), article10: GDPR_ACT }),
    sensitivitiesOf: () => ['special-category', 'criminal'],
  };
}
function sameDocument(): MandateFacts {
  const documents = new Map([['https://agency.example/DPIA.pdf', 'a'.repeat(64)]]);
  return { ...facts(), documents };
}

describe('the words of each rule', () => {
  it.each(Object.entries(findings))(
    '%s says why in four languages and what to do in two, plainly',
    (_rule, words) => {
      expect(words.article).toMatch(/\d/);
      const all = [...Object.values(words.why), ...Object.values(words.advice)];
      expect(new Set(all).size).toBe(6);
      // A French sign stays with the word before it.
      expect(words.why.fr).not.toMatch(/ [?!:;]/);
      for (const text of all) {
        for (const sentence of text.split(/(?<=[.!?])\s/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
        }
        // No rule says that something is lawful.
        expect(text).not.toMatch(/\b(lawful|rechtmatig|licite|rechtmäßig)\b/i);
      }
    },
  );
});
