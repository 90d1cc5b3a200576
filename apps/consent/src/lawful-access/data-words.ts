import type { DataNeed } from '@grondslag/legal-basis';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import { inWords } from '../facts/shown-fact.ts';
import type { Words } from '../i18n/words.ts';

/** A kind of fact in the middle of a sentence: "uw inkomen". */
export function kindInWords(claimType: string, { text, language }: Words): string {
  return factKinds.kinds[claimType]?.kindPhrase[language] ?? text('kind.other');
}

/** All kinds of facts, each once: "uw adres, uw inkomen en met wie u woont". */
export function kindsInWords(needs: readonly DataNeed[], words: Words): string {
  return words.list([...new Set(needs.map(({ claimType }) => kindInWords(claimType, words)))]);
}

interface Fields {
  /** Kind of fact they are of; left out, a name means the same in each. */
  readonly claimType?: string | undefined;
  readonly fields: readonly string[];
}

/** The parts of a fact: "jaar en bedrag". */
export function fieldsInWords({ fields, claimType }: Fields, words: Words): string {
  return words.list(fields.map((field) => fieldInWords(field, words, claimType)));
}

/** One part of a fact: "bedrag". A part the app has no word for is split into words. */
export function fieldInWords(field: string, { language }: Words, claimType?: string): string {
  const own = factKinds.kinds[claimType ?? ''];
  const kinds = own ? [own] : Object.values(factKinds.kinds);
  const known = kinds.flatMap(({ fields }) => fields).find(({ name }) => name === field);
  return known?.label[language] ?? inWords(field);
}

/** A fact in the middle of a sentence, and which parts of it when that is not all: "uw inkomen over 2025, alleen: jaar". */
export function partInWords(fact: string, part: Fields | undefined, words: Words): string {
  if (!part) return fact;
  return words.text('phrase.part', { fact, fields: fieldsInWords(part, words) });
}
