import type { BodyKind } from '@grondslag/protocol';
import type { DataNeed } from '../activities/data-need.ts';
import type { ProcessingActivity } from '../activities/processing-activity.ts';
import type { Question } from '../decide/question.ts';
import { type Article6, article6Iri } from '../law/article-6.ts';
import { knownLaws } from '../law/known-laws.ts';
import type { LawReference } from '../law/law-reference.ts';
import { createLawRegister } from '../law/law-register.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Participant } from '../participants/participant.ts';
import type { Assessment, AssessmentType, Weighing } from '../weighing/weighing.ts';

// An invented body, in order in every respect: each row of the table spoils one thing.

export const now = new Date('2026-11-22T12:00:00Z');
export const AGENCY = 'https://agency.example/#me';
export const CITIZEN = 'https://vault.example/anna/#me';
const INCOME = 'https://w3id.org/grondslag/terms#IncomeCredential';
const PURPOSE = 'https://w3id.org/dpv/sector/publicservices#SocialWelfareEligibilityAssessment';

export const law = (number: string, article: string): LawReference => ({
  scheme: 'bwb',
  identifier: number,
  article,
});
export const PARTICIPATION_ACT = law('BWBR0015703', '47a');
export const NUMBER_ACT = law('BWBR0022428', '10');
export const GDPR_ACT = law('BWBR0040940', '33');
export const official = { name: 'M. Voorbeeld', role: 'afdelingshoofd' };

export const need: DataNeed = {
  claimType: INCOME,
  fields: ['year', 'amount'],
  necessity: { nl: 'Het inkomen bepaalt of u recht hebt op de toeslag.' },
};

export function exampleParticipant(kind: BodyKind): Participant {
  const contact = { email: 'fg@agency.example' };
  return {
    ...{ webId: AGENCY, roles: ['agency'], kind, name: { nl: 'Toeslagendienst (voorbeeld)' } },
    ...(kind !== 'private-body' && {
      competence: { organ: 'het dagelijks bestuur', lawRefs: [law('BWBR0015703', '47a')] },
    }),
    ...{ contact, dataProtectionOfficer: contact, keys: {} },
    admissions: [
      {
        ...{ decision: 'admitted', at: '2026-01-05T09:00:00Z', by: official },
        ...{ reasons: 'Voldoet aan de afspraken.', until: '2028-01-05T09:00:00Z' },
      },
    ],
  };
}

export function exampleActivity(basis: Article6): ProcessingActivity {
  return {
    ...{ id: 'https://agency.example/activities/toeslag', version: 1, controller: AGENCY },
    name: { nl: 'Recht op toeslag bepalen' },
    purpose: PURPOSE,
    purposeInWords: { nl: 'Wij kijken of u recht hebt op een toeslag.' },
    basis: article6Iri(basis),
    lawRefs: basis === 'c' || basis === 'e' ? [PARTICIPATION_ACT] : [],
    ...{ dataNeeds: [need], retentionDays: 365, recipients: [] },
    validFrom: '2026-01-10T00:00:00Z',
  };
}

const document = (type: AssessmentType): Assessment => ({
  ...{ type, url: `https://agency.example/${type}.pdf`, date: '2026-02-01' },
  sha256: 'a'.repeat(64),
});
const reasons = 'Besproken met de ondernemingsraad en de cliëntenraad.';
const question = { score: 4, reasons, conditions: [] };

export const exampleWeighing: Weighing = {
  questions: { may: question, can: question, want: question },
  steps: {
    ...{ interest: reasons, concretePurpose: reasons, statutoryTask: reasons },
    ...{ dataNeeded: reasons, intendedEffects: reasons, unintendedEffects: reasons },
    ...{ notDoingIt: reasons, proportionality: reasons, decision: reasons },
  },
  outcome: 'go',
  assessments: [
    'NecessityAssessment' as const,
    'ProportionalityAssessment' as const,
    'DPIA' as const,
    'BalancingTest' as const,
  ].map(document),
  ...{ by: official, at: '2026-02-10T09:00:00Z' },
};

export function exampleMandate(basis: Article6): Mandate {
  const { purpose, lawRefs, dataNeeds } = exampleActivity(basis);
  const step = (name: 'decided' | 'published', at: string) => ({
    ...{ step: name, at, by: official, reasons: 'Besloten in de vergadering.' },
  });
  return {
    ...{ id: 'https://access.example/v1/mandates/1', version: 1, agency: AGENCY },
    name: { nl: 'Toeslag voor wie die misloopt' },
    activity: { id: 'https://agency.example/activities/toeslag', version: 1 },
    ...{ basis: article6Iri(basis), lawRefs, purpose, dataNeeds, retentionDays: 365 },
    task: { nl: 'De wet draagt ons op om deze toeslag te geven.' },
    ...{ subjects: { scope: 'all' }, accessDays: 30, notice: { when: 'at-once' } },
    endsWhen: { nl: 'Als de toeslag is toegekend of afgewezen.' },
    ...{ validFrom: '2026-03-01T00:00:00Z', validUntil: '2027-03-01T00:00:00Z' },
    weighing: exampleWeighing,
    steps: [step('decided', '2026-02-20T09:00:00Z'), step('published', '2026-02-25T09:00:00Z')],
  };
}

/** A request that is in order. */
export function exampleQuestion(basis: Article6, body: BodyKind): Question {
  const isLawful = basis === 'c' || basis === 'e' || basis === 'f';
  return {
    ...{ now, participant: exampleParticipant(body), activity: exampleActivity(basis) },
    mandate: isLawful ? exampleMandate(basis) : undefined,
    ...{ mandates: [], objections: [], earlier: [], moreThanRegistered: 'warn' },
    laws: createLawRegister([knownLaws]),
    sensitivitiesOf: () => [],
    ask: {
      ...{ basis: article6Iri(basis), agency: AGENCY, citizen: CITIZEN, purpose: PURPOSE },
      ...{ dataNeeds: [need], until: new Date('2026-12-15T12:00:00Z'), placedBySource: true },
      ...(basis === 'a' && {
        consentGate: {
          ...{ refusalCostsNothing: true, noLawCoversIt: true, inOwnInterest: true },
          ...{ onePurpose: true, easyToWithdraw: true, adviceAttached: true },
          confirmedBy: official,
        },
      }),
      ...(basis === 'b' && { contract: 'overeenkomst 2026-17' }),
      ...(basis === 'd' && {
        breakGlass: {
          danger: 'Iemand is buiten bewustzijn.',
          whyNoOtherBasis: 'Niemand kan het vragen.',
          officials: [official, { name: 'N. Voorbeeld', role: 'arts' }],
          ...{ reviewAfterwards: true, minutes: 30 },
        },
      }),
    },
  };
}
