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

/** Names of the sources that may state this kind of fact. */
export function sourcesOf(
  claimType: string | undefined,
  participants: Participants | undefined,
  language: Language,
): readonly string[] {
  if (claimType === undefined) return [];
  return (participants?.sources ?? [])
    .filter(({ claimTypes }) => claimTypes.includes(claimType))
    .map(({ name }) => plainWords(localText(name, language), 100));
}
