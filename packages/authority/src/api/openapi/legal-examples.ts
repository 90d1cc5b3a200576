import { explainRule } from '../../decisions/explain-rule.ts';
import { example } from './examples.ts';

/** Values of the examples about legal bases: a fund that does not exist, a law that does. */
const official = { name: 'A. de Vries', role: 'Directeur inkomensvoorzieningen' };
const law = {
  scheme: 'bwb',
  identifier: 'jci1.3:c:BWBR0015703&artikel=47a',
  article: '47a',
};
const ground = {
  basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e',
  lawRefs: [law],
};
const purpose = 'https://w3id.org/dpv/sector/publicservices#SocialWelfareEligibilityAssessment';
const dataNeeds = [
  {
    claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
    fields: ['year', 'amount'],
    necessity: { nl: 'Het inkomen bepaalt of er recht is op de aanvulling.' },
  },
];
const activityId = 'https://id.agency.example/activities/supplement';
const name = { nl: 'Inkomensaanvulling voor ouderen', en: 'Income supplement for pensioners' };
const task = {
  nl: 'Vinden wie de aanvulling mist, en een aanbod doen.',
  en: 'Find who misses the supplement, and make an offer.',
};

export const participantExample = {
  webId: example.agency,
  roles: ['agency'],
  name: { nl: 'Fonds Inkomensaanvulling', en: 'Income Supplement Fund' },
  kind: 'public-authority',
  competence: { organ: 'Bestuur van het fonds', lawRefs: [law] },
  contact: { email: 'contact@agency.example' },
  dataProtectionOfficer: { email: 'fg@agency.example' },
  keys: { 'https://id.agency.example/#key': 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw' },
  admissions: [
    {
      decision: 'admitted',
      at: example.start,
      by: { name: 'J. Peeters', role: 'Beheerder' },
      reasons: 'Voldoet aan de afspraken.',
      until: '2029-01-05T09:00:00.000Z',
    },
  ],
} as const;

export const activityExample = {
  id: activityId,
  version: 1,
  controller: example.agency,
  name,
  purpose,
  purposeInWords: task,
  ...ground,
  dataNeeds,
  retentionDays: 180,
  recipients: [],
  protocol: { url: 'https://agency.example/protocol', publishedOn: '2026-10-01' },
  validFrom: '2026-11-01T00:00:00.000Z',
};

const reasons = 'Dit is overwogen en op schrift gesteld.';
const question = { score: 4, reasons, conditions: [] };
const assessment = (type: string, digit: string) => ({
  type,
  url: `https://agency.example/${type}`,
  date: '2026-10-01',
  sha256: digit.repeat(64),
});

export const newMandateExample = {
  name,
  activity: { id: activityId, version: 1 },
  ...ground,
  purpose,
  task,
  competence: participantExample.competence,
  subjects: { scope: 'category', description: { nl: 'Mensen vanaf de AOW-leeftijd.' } },
  dataNeeds,
  retentionDays: 180,
  accessDays: 30,
  notice: { when: 'before', waitDays: 14 },
  endsWhen: { nl: 'Als het aanbod is gedaan of er geen recht is.' },
  protocol: activityExample.protocol,
  validFrom: '2026-11-16T00:00:00.000Z',
  validUntil: '2028-11-16T00:00:00.000Z',
  weighing: {
    questions: { may: question, can: question, want: question },
    steps: {
      interest: reasons,
      concretePurpose: reasons,
      statutoryTask: reasons,
      dataNeeded: reasons,
      intendedEffects: reasons,
      unintendedEffects: reasons,
      notDoingIt: reasons,
      proportionality: reasons,
      decision: reasons,
    },
    outcome: 'go',
    assessments: [
      assessment('NecessityAssessment', '1'),
      assessment('ProportionalityAssessment', '2'),
    ],
    by: official,
    at: '2026-11-10T10:00:00.000Z',
  },
} as const;

export const mandateExample = {
  id: `https://access.example/v1/mandates/${example.id}`,
  version: 1,
  agency: example.agency,
  ...newMandateExample,
  steps: [],
};

export const mandateViewExample = {
  mandate: mandateExample,
  state: 'weighed',
  broken: [],
  gaps: [],
};

const accessId = `https://access.example/v1/lawful-accesses/${example.id}`;
const { contact, dataProtectionOfficer } = participantExample;

export const lawfulAccessViewExample = {
  id: example.id,
  credential: example.credential(example.id),
  access: {
    id: accessId,
    agency: example.agency,
    citizen: example.citizen,
    mandate: { id: mandateExample.id, version: 1, name },
    activity: { id: activityId, version: 1 },
    ...ground,
    purpose,
    task,
    dataNeeds,
    resources: [example.resource],
    notice: newMandateExample.notice,
    issuedAt: example.start,
    validFrom: '2026-12-06T09:00:00.000Z',
    validUntil: '2027-01-05T09:00:00.000Z',
  },
  state: 'waiting',
  why: explainRule('public_task'),
  rights: [
    {
      right: 'object',
      article: '21(1)',
      available: 'yes',
      why: { nl: 'U kunt bezwaar maken.', en: 'You can object.' },
      action: 'object',
    },
  ],
  information: {
    controller: { webId: example.agency, name: participantExample.name, contact },
    dataProtectionOfficer,
    sources: [{ id: 'https://source.example/', name: { nl: 'Bron' } }],
    recipients: [],
    retentionDays: 180,
  },
  mandate: mandateExample.id,
};

export const noticeExample = {
  id: example.id,
  delayed: false,
  kind: 'access-given',
  at: example.start,
  agency: example.agency,
  access: accessId,
  information: lawfulAccessViewExample.information,
};
