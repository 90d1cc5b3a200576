import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { keepLanguage, type Language, locales } from './language.ts';
import { loadMessages, type Spoken } from './load-messages.ts';
import { type Words, wordsOf } from './words.ts';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}
const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** Gives everything inside it words in the citizen's language; `first` is what they are before a choice. */
export function TextProvider({
  first,
  children,
}: {
  readonly first: Spoken;
  readonly children: ReactNode;
}) {
  const [{ language, messages }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        keepLanguage(localStorage, next);
        void loadMessages(next).then(setSpoken);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locales[language]} messages={messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The language now, and how to choose another. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new TypeError('useLanguage needs a TextProvider above it');
  return choice;
}

/** Messages, dates and amounts in the citizen's language. */
export function useText(): Words {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
}
