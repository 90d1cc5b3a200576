import type { Language } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { kindsInWords } from '../lawful-access/data-words.ts';
import { type Known, nameAgency } from '../lawful-access/law-words.ts';
import type { OpenNotice } from './open-notice.ts';

const HOUR_MS = 3_600_000;

/** What a notice says, in one or two sentences. */
export function noticeSentence(
  { kind, agency, access, at }: OpenNotice,
  known: Known,
  language: Language,
  words: Words,
): string {
  const view = known.accesses.find((one) => one.access.id === access);
  const values = {
    agency: nameAgency(agency, known, language, words),
    what: view ? kindsInWords(view.access.dataNeeds, words) : words.text('kind.unknown'),
  };
  if (kind === 'access-given' && view && isLater(view.access.validFrom, at)) {
    return words.text('notice.waiting', {
      ...values,
      date: words.day(new Date(view.access.validFrom)),
    });
  }
  if (kind === 'emergency-reviewed' && view?.review !== undefined) {
    const isJustified = view.review.outcome === 'justified';
    return words.text(
      isJustified ? 'notice.emergencyJustified' : 'notice.emergencyNotJustified',
      values,
    );
  }
  return words.text(`notice.${kind}`, values);
}

/** Whether something begins some time after it was told. */
function isLater(from: string, told: string): boolean {
  return Date.parse(from) - Date.parse(told) > HOUR_MS;
}
