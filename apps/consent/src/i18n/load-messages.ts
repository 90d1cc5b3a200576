import type { Language } from './language.ts';
import type { Chapter } from './messages/chapters.ts';
import { messages as dutchStart } from './messages/nl/start.ts';

export type Messages = Readonly<Record<string, string>>;

const languages: Readonly<Record<Language, () => Promise<Readonly<Record<Chapter, Messages>>>>> = {
  nl: () => import('./messages/nl.ts'),
  en: () => import('./messages/en.ts'),
  fr: () => import('./messages/fr.ts'),
  de: () => import('./messages/de.ts'),
};

/** Messages of a chapter. The Dutch beginning is in the first load, all else comes with the first that is needed. */
export async function loadMessages(language: Language, chapter: Chapter): Promise<Messages> {
  if (language === 'nl' && chapter === 'start') return dutchStart;
  return (await languages[language]())[chapter];
}
