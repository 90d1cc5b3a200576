import {
  attachedDocuments,
  checkMandate,
  compareDocuments,
  createLawRegister,
  findGaps,
  findings,
  type Gap,
  type LawSnapshot,
  type Mandate,
  type Participant,
  type ProcessingActivity,
  type Rule,
} from '@grondslag/legal-basis';
import type { Language } from './prompt.ts';

/** What a mandate lacks or contradicts, and what could not be looked at from here. */
export interface Faults {
  readonly gaps: readonly Gap[];
  readonly broken: readonly Rule[];
  /** Addresses of attached documents that are not what was weighed, or not in the folder. */
  readonly documents: { readonly changed: readonly string[]; readonly missing: readonly string[] };
  readonly notChecked: readonly ('participant' | 'activity' | 'documents')[];
}

/** What a mandate is laid beside; what is absent is not checked. */
export interface Register {
  readonly participant?: Participant;
  readonly activity?: ProcessingActivity;
  readonly laws: readonly LawSnapshot[];
  /** SHA-256 of the documents there are now, by URL. */
  readonly digests?: ReadonlyMap<string, string>;
}

/** Looks for faults. None is not the same as lawful: that a named official decides. */
export function findFaults(mandate: Mandate, register: Register, now: Date): Faults {
  const { participant, activity, laws, digests } = register;
  const gaps = mandate.weighing ? findGaps(mandate.weighing) : [];
  const compared = digests && compareDocuments(mandate, digests);
  const documents = {
    changed: compared?.changed.map(({ url }) => url) ?? [],
    missing: compared?.missing.map(({ url }) => url) ?? [],
  };
  const notChecked: Faults['notChecked'] = [
    ...(participant ? [] : (['participant'] as const)),
    ...(activity ? [] : (['activity'] as const)),
    ...(digests || attachedDocuments(mandate).length === 0 ? [] : (['documents'] as const)),
  ];
  if (!participant) {
    const broken: Rule[] = mandate.weighing ? [] : ['mandate_not_weighed'];
    if (documents.changed.length > 0) broken.push('assessment_changed');
    return { gaps, broken, documents, notChecked };
  }
  const found = checkMandate({
    mandate,
    participant,
    activity,
    laws: createLawRegister(laws),
    sensitivitiesOf: () => [],
    now,
    ...(digests && { documents: digests }),
  });
  return {
    gaps,
    broken: activity ? found : found.filter((rule) => rule !== 'activity_unknown'),
    documents,
    notChecked,
  };
}

export function hasFaults({ gaps, broken, documents }: Faults): boolean {
  return gaps.length > 0 || broken.length > 0 || documents.missing.length > 0;
}

const notCheckedWords = {
  participant: {
    nl: 'Niet gekeken naar de organisatie en haar bevoegdheid: geef --register.',
    en: 'Not looked at the organisation and its competence: give --register.',
  },
  activity: {
    nl: 'Niet vergeleken met het register van verwerkingen: geef --register of --activity.',
    en: 'Not compared with the register of processing activities: give --register or --activity.',
  },
  documents: {
    nl: 'De bijgevoegde documenten zijn niet vergeleken: geef --documents met de map waar ze staan.',
    en: 'The attached documents were not compared: give --documents with the folder they are in.',
  },
} as const;

const documentWords = {
  changed: { nl: 'Veranderd', en: 'Changed' },
  missing: { nl: 'Niet in de map met documenten', en: 'Not in the folder of documents' },
} as const;

const verdict = {
  faults: { nl: 'Dit ontbreekt of klopt niet:', en: 'This is missing or does not fit:' },
  none: {
    nl: 'Niets ontbreekt van wat een machine kan zien. Of het mag, beslist een mens.',
    en: 'Nothing is missing that a machine can see. Whether it may be done, a person decides.',
  },
} as const;

/** The faults in words; each with what to do. */
export function faultLines(faults: Faults, language: Language): readonly string[] {
  const { gaps, broken, documents, notChecked } = faults;
  return [
    verdict[hasFaults(faults) ? 'faults' : 'none'][language],
    ...gaps.map(({ path, text }) => `  ${path}: ${text[language]}`),
    ...broken.flatMap((rule) => {
      const { article, why, advice } = findings[rule];
      return [`  ${rule} (art. ${article}): ${why[language]}`, `    ${advice[language]}`];
    }),
    ...documents.changed.map((url) => `  ${documentWords.changed[language]}: ${url}`),
    ...documents.missing.map((url) => `  ${documentWords.missing[language]}: ${url}`),
    ...notChecked.map((one) => notCheckedWords[one][language]),
  ];
}
