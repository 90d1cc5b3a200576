import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { keepLanguage, type Language, locales, readLanguage } from './language.ts';
import type { Chapter } from './messages/chapters.ts';
import type { Speech } from './speech.ts';
import { type Words, wordsOf } from './words.ts';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
  /** As if none was chosen. */
  forget(): void;
  /** Loads more chapters of what the app says. */
  need(chapters: readonly Chapter[]): Promise<void>;
}
const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** Gives everything inside it words in the citizen's language. */
export function TextProvider({
  speech,
  children,
}: {
  readonly speech: Speech;
  readonly children: ReactNode;
}) {
  const { language, messages } = useSyncExternalStore(speech.subscribe, () => speech.spoken);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose(next) {
        speech.choose(next).then(
          () => keepLanguage(localStorage, next),
          // Not reachable: the page stays as it is, in the language it is in.
          () => undefined,
        );
      },
      forget() {
        speech.choose(readLanguage(localStorage, navigator.languages)).catch(() => undefined);
      },
      need: (chapters) => speech.need(chapters),
    }),
    [speech, language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locales[language]} messages={messages as Record<string, string>}>
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
