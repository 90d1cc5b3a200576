import type { Language } from '../i18n/language.ts';

const files = import.meta.glob<Record<string, string>>('../i18n/messages/*/*.ts', {
  eager: true,
  import: 'messages',
});

/** Each chapter of what the app says in a language, by name. */
export function chaptersIn(language: Language): ReadonlyMap<string, Record<string, string>> {
  const folder = `../i18n/messages/${language}/`;
  return new Map(
    Object.entries(files)
      .filter(([file]) => file.startsWith(folder))
      .map(([file, messages]) => [file.slice(folder.length, -'.ts'.length), messages]),
  );
}

/** All that the app says in a language. */
export function allMessages(language: Language): Record<string, string> {
  return Object.assign({}, ...chaptersIn(language).values());
}
