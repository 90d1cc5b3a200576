import type { Language } from './language.ts';
import type { Chapter } from './messages/chapters.ts';
import { messages as dutchStart } from './messages/nl/start.ts';

export type Messages = Readonly<Record<string, string>>;

/** Messages of a chapter. The Dutch beginning is in the first page, all else is loaded when it is needed. */
export async function loadMessages(language: Language, chapter: Chapter): Promise<Messages> {
  if (language === 'nl' && chapter === 'start') return dutchStart;
  const loaded: { messages: Messages } = await import(`./messages/${language}/${chapter}.ts`);
  return loaded.messages;
}
