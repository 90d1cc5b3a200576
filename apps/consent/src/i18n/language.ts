import type { LocalText } from '@grondslag/protocol';

/** Languages of the app; Dutch is the source. */
export const languages = { nl: 'Nederlands', en: 'English' } as const;
export type Language = keyof typeof languages;

/** Locale whose dates and numbers go with a language. */
export const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;

const KEY = 'language';

/** The language chosen on this device; Dutch when none was, or storage is closed. */
export function readLanguage(storage: Pick<Storage, 'getItem'>): Language {
  try {
    return storage.getItem(KEY) === 'en' ? 'en' : 'nl';
  } catch {
    return 'nl';
  }
}

/** Remembers the language on this device; does nothing when storage is closed. */
export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  try {
    storage.setItem(KEY, language);
  } catch {
    // A preference may be lost.
  }
}

/** Words of an organisation in the citizen's language, else in Dutch. */
export function localText(text: LocalText, language: Language): string {
  return text[language] ?? text.nl;
}
