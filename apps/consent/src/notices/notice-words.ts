import type { Language } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { kindsInWords } from '../lawful-access/data-words.ts';
import { type Known, nameAgency } from '../lawful-access/law-words.ts';
import type { OpenNotice } from './open-notice.ts';

/** What a notice says, in one or two sentences. */
export function noticeSentence(
  { kind, agency, access }: OpenNotice,
  known: Known,
  language: Language,
  words: Words,
): string {
  const view = known.accesses.find((one) => one.access.id === access);
  return words.text(`notice.${kind}`, {
    agency: nameAgency(agency, known, language, words),
    what: view ? kindsInWords(view.access.dataNeeds, words) : words.text('kind.unknown'),
  });
}
