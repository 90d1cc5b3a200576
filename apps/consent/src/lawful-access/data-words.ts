import type { DataNeed } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import type { Theme } from '../facts/fact-view.ts';
import type { Words } from '../i18n/words.ts';

const themes: Readonly<Record<string, Theme>> = {
  [g.DiplomaCredential]: 'study',
  [g.IncomeCredential]: 'income',
  [g.ResidenceCredential]: 'home',
  [g.HouseholdCredential]: 'household',
};

/** A kind of fact in the middle of a sentence: "uw inkomen". */
export function kindInWords(claimType: string, { text }: Words): string {
  return text(`kind.${themes[claimType] ?? 'other'}`);
}

/** All kinds of facts, each once: "uw adres, uw inkomen en met wie u woont". */
export function kindsInWords(needs: readonly DataNeed[], words: Words): string {
  return words.list([...new Set(needs.map(({ claimType }) => kindInWords(claimType, words)))]);
}

interface Fields {
  readonly fields: readonly string[];
}

/** The parts of a fact: "jaar en bedrag". */
export function fieldsInWords({ fields }: Fields, words: Words): string {
  return words.list(fields.map((field) => fieldInWords(field, words)));
}

/** One part of a fact: "bedrag". A part the app has no word for is split into words. */
export function fieldInWords(field: string, { text, keyOf }: Words): string {
  const key = keyOf(`field.${field}`);
  if (key) return text(key);
  return field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A fact in the middle of a sentence, and which parts of it when that is not all: "uw inkomen over 2025, alleen: jaar". */
export function partInWords(fact: string, part: Fields | undefined, words: Words): string {
  if (!part) return fact;
  return words.text('phrase.part', { fact, fields: fieldsInWords(part, words) });
}
