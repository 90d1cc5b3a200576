import type { LocalText } from '@grondslag/protocol';

/** Languages of the app, by their own names; Dutch is the source. */
export const languages = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
} as const;
export type Language = keyof typeof languages;

/** Locale whose dates and numbers go with a language. French and German are of no one country. */
export const locales = {
  nl: 'nl-NL',
  en: 'en-GB',
  fr: 'fr',
  de: 'de',
} as const satisfies Record<Language, string>;

const KEY = 'language';

function isLanguage(name: string): name is Language {
  return Object.hasOwn(languages, name);
}

/** The language chosen on this device, else the first of the browser's that the app speaks, else Dutch. */
export function readLanguage(
  storage: Pick<Storage, 'getItem'>,
  preferred: readonly string[],
): Language {
  let chosen: string | null = null;
  try {
    chosen = storage.getItem(KEY);
  } catch {
    // Storage is closed.
  }
  const wanted = [chosen ?? '', ...preferred.map((one) => one.toLowerCase().replace(/-.*$/, ''))];
  return wanted.find(isLanguage) ?? 'nl';
}

/** Remembers the language on this device; does nothing when storage is closed. */
export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  try {
    storage.setItem(KEY, language);
  } catch {
    // A preference may be lost.
  }
}

/** Language in which an organisation's words are shown: the citizen's, else Dutch. */
export function spokenIn(text: LocalText, language: Language): Language {
  return text[language] === undefined ? 'nl' : language;
}

/** Language of a locale. */
export function languageOf(locale: string): Language {
  const [language = ''] = locale.split('-');
  return isLanguage(language) ? language : 'nl';
}

/** Words of an organisation in the citizen's language, else in Dutch. */
export function localText(text: LocalText, language: Language): string {
  return text[language] ?? text.nl;
}
