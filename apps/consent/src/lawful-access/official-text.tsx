import { useLanguage } from '../i18n/text.tsx';
import { plainWords } from '../ui/plain-words.ts';

/** Longest text an official can write in a weighing or a decision. */
const MAX_LENGTH = 4_000;

/** Words of an official, in quotation marks; written in Dutch, and marked as such elsewhere (WCAG 2.2, 3.1.2). */
export function OfficialText({
  words,
  inline = false,
}: {
  readonly words: string;
  readonly inline?: boolean;
}) {
  const { language } = useLanguage();
  const quoted = <q lang={language === 'nl' ? undefined : 'nl'}>{plainWords(words, MAX_LENGTH)}</q>;
  return inline ? quoted : <p>{quoted}</p>;
}
