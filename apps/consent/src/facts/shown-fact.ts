import type { Fact } from '@grondslag/claims';
import {
  type FactField,
  type FactKind,
  type FactKinds,
  factKinds,
} from '@grondslag/vocab/fact-kinds';
import type { Words } from '../i18n/words.ts';
import { plainWords } from '../ui/plain-words.ts';

/** One line of a fact: what it is and what it says. */
export type FactLine = readonly [label: string, value: string];

const PLACE = /\{(\w+)\}/g;
const yesOrNo: Readonly<Record<string, 'facts.yes' | 'facts.no' | undefined>> = {
  ...{ true: 'facts.yes', '1': 'facts.yes' },
  ...{ false: 'facts.no', '0': 'facts.no' },
};

/** Type of credential and kind of a fact; `undefined` when it has no shape, or could not be read. */
export function kindOf(
  fact: Fact | undefined,
  { kinds }: FactKinds = factKinds,
): readonly [claimType: string, kind: FactKind] | undefined {
  if (fact?.type === 'other') {
    const kind = kinds[fact.claimType];
    return kind && [fact.claimType, kind];
  }
  return Object.entries(kinds).find(([, { link }]) => link === fact?.type);
}

/** Fields of a fact by name, as its source wrote them. */
export function valuesOf(fact: Fact | undefined): ReadonlyMap<string, string> {
  if (!fact) return new Map();
  const { type: _, ...own } = fact;
  const values: object = fact.type === 'other' ? fact.values : own;
  return new Map(Object.entries(values).map(([name, value]) => [localName(name), String(value)]));
}

/** Name of a fact, as a title: "Inkomen over 2025". */
export function factTitle(fact: Fact | undefined, words: Words, all = factKinds): string {
  const kind = kindOf(fact, all)?.[1];
  if (fact && kind) return fillIn(kind.title[words.language], fact, kind, words);
  if (fact?.type === 'other') return capital(inWords(fact.claimType.replace(/Credential$/, '')));
  return words.text('fact.unreadable.title');
}

/** What a fact says, line by line; what its title says is not said again. */
export function factLines(fact: Fact, words: Words, all = factKinds): readonly FactLine[] {
  const kind = kindOf(fact, all)?.[1];
  const values = valuesOf(fact);
  if (!kind) {
    return [...values].map(([name, value]) => [capital(inWords(name)), plainWords(value, 200)]);
  }
  const { language } = words;
  const said = [...kind.title[language].matchAll(PLACE)].map(([, name]) => name);
  const elsewhere = [...said, ...kind.fields.map(({ currencyIn }) => currencyIn)];
  const lines = new Map<string, string[]>();
  for (const field of kind.fields) {
    if (!values.has(field.name) || elsewhere.includes(field.name)) continue;
    const label = capital((field.line ?? field.label)[language]);
    lines.set(label, [...(lines.get(label) ?? []), valueInWords(field, values, words)]);
  }
  return [...lines].map(([label, parts]) => [label, parts.join(' ')]);
}

/** A fact of a kind that has a shape, in the middle of a sentence: "uw inkomen over 2025". */
export function knownFactPhrase(
  fact: Fact | undefined,
  words: Words,
  all = factKinds,
): string | undefined {
  const kind = kindOf(fact, all)?.[1];
  return fact && kind && fillIn(kind.phrase[words.language], fact, kind, words);
}

/** What one field says; `undefined` when the fact has no such field. */
export function fieldValueInWords(
  fact: Fact | undefined,
  name: string,
  words: Words,
  all = factKinds,
): string | undefined {
  const values = valuesOf(fact);
  const value = values.get(name);
  const field = kindOf(fact, all)?.[1].fields.find((one) => one.name === name);
  if (value === undefined) return undefined;
  return field ? valueInWords(field, values, words) : plainWords(value, 200);
}

function fillIn(template: string, fact: Fact, { fields }: FactKind, words: Words): string {
  const values = valuesOf(fact);
  return template.replace(PLACE, (place, name: string) => {
    const field = fields.find((one) => one.name === name);
    return field ? valueInWords(field, values, words) : place;
  });
}

/** A value as its datatype is said in this language; one that is not well formed as it stands. */
function valueInWords(
  { name, datatype, currencyIn, unit }: FactField,
  values: ReadonlyMap<string, string>,
  words: Words,
): string {
  const { text, amount, number, calendarDay, language } = words;
  const value = values.get(name) ?? '';
  const currency = values.get(currencyIn ?? '') ?? '';
  if (/^(decimal|integer)$/.test(datatype) && Number.isFinite(Number(value))) {
    if (/^[A-Z]{3}$/.test(currency)) return amount(value, currency);
    return unit ? `${number(Number(value))} ${unit[language]}` : number(Number(value));
  }
  if (datatype === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return calendarDay(value);
  const answer = datatype === 'boolean' && yesOrNo[value];
  return answer ? text(answer) : plainWords(value, 100);
}

/** Last part of an IRI, or a name as it is. */
export function localName(iri: string): string {
  return iri.replace(/^.*[#/]/, '');
}

/** A name that programmers chose, as words: "cardNumber" → "card number". */
export function inWords(name: string): string {
  return plainWords(
    localName(name)
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/[_-]+/g, ' ')
      .toLowerCase(),
    100,
  );
}

/** With a capital at the beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
