import { g } from '@grondslag/agency';
import type {
  Article6,
  AssessmentType,
  Mandate,
  MandateState,
  Words,
} from '@grondslag/legal-basis';
import { type Language, words } from './prompt.ts';

/** The six bases of Article 6(1), in a few words. */
export const basisWords: Record<Article6, Words> = {
  a: words('Toestemming (artikel 6, lid 1, a)', 'Consent (Article 6(1)(a))'),
  b: words('Overeenkomst (artikel 6, lid 1, b)', 'Contract (Article 6(1)(b))'),
  c: words('Plicht in de wet (artikel 6, lid 1, c)', 'Legal obligation (Article 6(1)(c))'),
  d: words('Gevaar voor een leven (artikel 6, lid 1, d)', 'Vital interests (Article 6(1)(d))'),
  e: words('Publieke taak (artikel 6, lid 1, e)', 'Public task (Article 6(1)(e))'),
  f: words(
    'Gerechtvaardigd belang (artikel 6, lid 1, f)',
    'Legitimate interests (Article 6(1)(f))',
  ),
};

export const stateWords: Record<MandateState, Words> = {
  draft: words('Concept', 'Draft'),
  weighed: words('Afgewogen, nog niet besloten', 'Weighed, not decided yet'),
  decided: words('Besloten, nog niet gepubliceerd', 'Decided, not published yet'),
  published: words('Gepubliceerd', 'Published'),
  suspended: words('Opgeschort', 'Suspended'),
  ended: words('Beëindigd', 'Ended'),
  'not-yet-valid': words('Gepubliceerd, gaat later in', 'Published, starts later'),
  expired: words('Verlopen', 'Expired'),
};

export const assessmentWords: Record<AssessmentType, Words> = {
  NecessityAssessment: words('Noodzaak', 'Necessity'),
  ProportionalityAssessment: words('Evenredigheid', 'Proportionality'),
  DPIA: words('DPIA', 'DPIA'),
  BalancingTest: words('Belangenafweging', 'Balancing test'),
  PurposeCompatibilityAssessment: words('Verenigbaar doel', 'Compatible purpose'),
};

const kinds: Readonly<Record<string, Words>> = {
  [g.IncomeCredential]: words('Inkomen', 'Income'),
  [g.ResidenceCredential]: words('Adres', 'Address'),
  [g.HouseholdCredential]: words('Huishouden', 'Household'),
  [g.DiplomaCredential]: words('Diploma', 'Diploma'),
};

/** A kind of fact; one that has no words of ours keeps its own name. */
export function kindInWords(claimType: string, language: Language): string {
  return kinds[claimType]?.[language] ?? claimType;
}

export function subjectsInWords(subjects: Mandate['subjects'], language: Language): string {
  switch (subjects.scope) {
    case 'all':
      return words('Iedereen', 'Everybody')[language];
    case 'category':
      return subjects.description[language] ?? subjects.description.nl;
    case 'one':
      return subjects.webId;
  }
}

export function noticeInWords(notice: Mandate['notice'], language: Language): string {
  switch (notice.when) {
    case 'before':
      return words(
        `Vooraf; de toegang begint na ${notice.waitDays} dagen.`,
        `Before; access starts after ${notice.waitDays} days.`,
      )[language];
    case 'at-once':
      return words('Meteen.', 'At once.')[language];
    case 'delayed': {
      const { until, article, overseer } = notice.delay;
      const day = until.slice(0, 10);
      return words(
        `Later, uiterlijk op ${day} (artikel ${article}). Toezicht: ${overseer.name}, ${overseer.role}.`,
        `Later, by ${day} (Article ${article}). Overseen by ${overseer.name}, ${overseer.role}.`,
      )[language];
    }
  }
}

/** Words of the page. */
export const pageWords = {
  nl: {
    state: 'Stand',
    agency: 'Organisatie',
    basis: 'Grondslag',
    laws: 'Wet',
    competence: 'Bevoegd orgaan',
    subjects: 'Over wie',
    notice: 'De burger hoort het',
    validity: 'Geldt',
    accessDays: 'Eén toegang duurt hoogstens',
    retention: 'De gegevens blijven hoogstens',
    endsWhen: 'Het doel is bereikt',
    activity: 'Verwerking in het register',
    version: 'versie',
    protocol: 'Protocol',
    none: 'geen',
    days: (count: number) => `${count} dagen`,
    data: 'Welke gegevens, en waarom',
    questions: 'Drie vragen vooraf',
    nineSteps: 'Negen stappen',
    assessments: 'Beoordelingen',
    steps: 'Wat er is besloten',
    notDecided: 'Er is nog niets besloten.',
    stepNames: {
      decided: 'Besloten',
      published: 'Gepubliceerd',
      suspended: 'Opgeschort',
      resumed: 'Hervat',
      ended: 'Beëindigd',
    },
    outcomes: {
      go: 'Uitkomst: doen.',
      'go-with-conditions': 'Uitkomst: doen, met voorwaarden.',
      'no-go': 'Uitkomst: niet doen.',
    },
    footer:
      'Een machine keek of dit volledig is en zichzelf niet tegenspreekt. Of het mag, zegt zij niet: dat beslist een mens, met naam.',
  },
  en: {
    state: 'State',
    agency: 'Organisation',
    basis: 'Legal basis',
    laws: 'Law',
    competence: 'Competent organ',
    subjects: 'About whom',
    notice: 'The citizen is told',
    validity: 'Holds',
    accessDays: 'One access lasts at most',
    retention: 'The data are kept at most',
    endsWhen: 'The purpose is reached',
    activity: 'Processing activity in the register',
    version: 'version',
    protocol: 'Protocol',
    none: 'none',
    days: (count: number) => `${count} days`,
    data: 'Which data, and why',
    questions: 'Three questions before use',
    nineSteps: 'Nine steps',
    assessments: 'Assessments',
    steps: 'What was decided',
    notDecided: 'Nothing has been decided yet.',
    stepNames: {
      decided: 'Decided',
      published: 'Published',
      suspended: 'Suspended',
      resumed: 'Resumed',
      ended: 'Ended',
    },
    outcomes: {
      go: 'Outcome: go.',
      'go-with-conditions': 'Outcome: go, with conditions.',
      'no-go': 'Outcome: do not do it.',
    },
    footer:
      'A machine looked whether this is complete and does not contradict itself. It does not say that it may be done: a person decides that, by name.',
  },
} as const;
