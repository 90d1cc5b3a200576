import {
  checkMandate,
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
  readonly notChecked: readonly ('participant' | 'activity')[];
}

/** What a mandate is laid beside; what is absent is not checked. */
export interface Register {
  readonly participant?: Participant;
  readonly activity?: ProcessingActivity;
  readonly laws: readonly LawSnapshot[];
}

/** Looks for faults. None is not the same as lawful: that a named official decides. */
export function findFaults(mandate: Mandate, register: Register, now: Date): Faults {
  const { participant, activity, laws } = register;
  const gaps = mandate.weighing ? findGaps(mandate.weighing) : [];
  const notChecked: Faults['notChecked'] = [
    ...(participant ? [] : (['participant'] as const)),
    ...(activity ? [] : (['activity'] as const)),
  ];
  if (!participant) {
    return { gaps, broken: mandate.weighing ? [] : ['mandate_not_weighed'], notChecked };
  }
  const found = checkMandate({
    mandate,
    participant,
    activity,
    laws: createLawRegister(laws),
    sensitivitiesOf: () => [],
    now,
  });
  return {
    gaps,
    broken: activity ? found : found.filter((rule) => rule !== 'activity_unknown'),
    notChecked,
  };
}

export function hasFaults({ gaps, broken }: Faults): boolean {
  return gaps.length > 0 || broken.length > 0;
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
  const { gaps, broken, notChecked } = faults;
  return [
    verdict[hasFaults(faults) ? 'faults' : 'none'][language],
    ...gaps.map(({ path, text }) => `  ${path}: ${text[language]}`),
    ...broken.flatMap((rule) => {
      const { article, why, advice } = findings[rule];
      return [`  ${rule} (art. ${article}): ${why[language]}`, `    ${advice[language]}`];
    }),
    ...notChecked.map((one) => notCheckedWords[one][language]),
  ];
}
