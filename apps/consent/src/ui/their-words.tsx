import type { LocalText } from '@grondslag/protocol';
import { localText, spokenIn } from '../i18n/language.ts';
import { useLanguage } from '../i18n/text.tsx';
import { plainWords } from './plain-words.ts';

/**
 * Words of an organisation in quotation marks: plain text, never markup or a link, and marked as Dutch when
 * they are not there in the citizen's language (WCAG 2.2, 3.1.2).
 */
export function TheirWords({
  words,
  maxLength,
}: {
  readonly words: LocalText;
  readonly maxLength?: number;
}) {
  const { language } = useLanguage();
  return (
    <q lang={spokenIn(words, language)}>{plainWords(localText(words, language), maxLength)}</q>
  );
}
