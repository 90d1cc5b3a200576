import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { keepLanguage, type Language, locales, readLanguage } from './language.ts';
import { en } from './messages/en.ts';
import { type MessageKey, nl } from './messages/nl.ts';
import { type Words, wordsOf } from './words.ts';

const messages: Record<Language, Record<MessageKey, string>> = { nl, en };

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}
const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** Gives everything inside it words in the citizen's language. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => readLanguage(localStorage));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        keepLanguage(localStorage, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locales[language]} messages={messages[language]}>
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
