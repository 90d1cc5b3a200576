import type { Participants } from '@grondslag/protocol';
import { type Language, localText } from '../i18n/language.ts';
import { plainWords } from '../ui/plain-words.ts';

/** Name of a source; its address when the authority does not list it any more. */
export function sourceName(
  id: string,
  participants: Participants | undefined,
  language: Language,
): string {
  const found = participants?.sources.find((source) => source.id === id);
  return plainWords(found ? localText(found.name, language) : new URL(id).host, 100);
}
