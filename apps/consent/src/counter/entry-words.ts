import type { CounterEntry } from '@grondslag/protocol/counter';
import { type Language, localText } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { plainWords } from '../ui/plain-words.ts';

/** Who did it and where: `{clerk}` and `{desk}`. */
export function placeOf({ clerk, desk }: Pick<CounterEntry, 'clerk' | 'desk'>, language: Language) {
  return {
    clerk: plainWords(clerk.name, 100),
    desk: plainWords(localText(desk.name, language), 100),
  };
}

/** What a clerk did, in a sentence: "Joke Smit van Servicepunt Datakluis voerde uw antwoord in. U was erbij." */
export function entrySentence(entry: CounterEntry, language: Language, { text }: Words): string {
  const place = placeOf(entry, language);
  const { kind, sighting } = entry;
  if (kind === 'answered' || kind === 'withdrawn') {
    return text(`entry.${kind}.${sighting?.channel ?? 'counter'}`, place);
  }
  return text(`entry.${kind}`, place);
}

/** On what the clerk relied. */
export function sightingInWords({ sighting }: CounterEntry, { text }: Words): string | undefined {
  if (sighting === undefined) return undefined;
  return sighting.channel === 'counter'
    ? text('entry.saw', { document: text(`document.${sighting.document}`) })
    : text('entry.strip', { reference: sighting.reference });
}
