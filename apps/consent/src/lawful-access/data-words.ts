import type { DataNeed } from '@grondslag/legal-basis';
import { g } from '@grondslag/vocab';
import type { Theme } from '../facts/fact-view.ts';
import { nl } from '../i18n/messages/nl.ts';
import type { PlainKey, Words } from '../i18n/words.ts';

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

/** The parts of a fact: "jaar en bedrag". A part the app has no word for is split into words. */
export function fieldsInWords({ fields }: DataNeed, { text, list }: Words): string {
  return list(
    fields.map((field) => {
      const key = `field.${field}`;
      if (key in nl) return text(key as PlainKey);
      return field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
    }),
  );
}
