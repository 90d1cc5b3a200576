import type { LocalText } from '@grondslag/protocol';
import { localText, spokenIn } from '../i18n/language.ts';
import { useLanguage } from '../i18n/text.tsx';
import { plainWords } from './plain-words.ts';

/** Words that are there in some languages, marked as Dutch when they are not there in the citizen's (WCAG 2.2, 3.1.2). */
export function Local({
  words,
  maxLength,
}: {
  readonly words: LocalText;
  readonly maxLength?: number;
}) {
  const { language } = useLanguage();
  const spoken = spokenIn(words, language);
  return (
    <span lang={spoken === language ? undefined : spoken}>
      {plainWords(localText(words, language), maxLength)}
    </span>
  );
}
