import type { Need } from '@grondslag/protocol';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import type { LetterLanguage } from './letter-words.ts';

/** A kind of fact and its parts, as people say it. */
export interface NeedInWords {
  /** "inkomen" */
  readonly name: string;
  /** "uw inkomen" */
  readonly kind: string;
  /** "jaar en bedrag" */
  readonly fields: string;
  /** Parts that can be left out, each in words; all of them, or none. */
  readonly optional: readonly string[];
}

/** What a need asks for, in words; of one that names no parts, all parts of its kind. */
export function needInWords(
  {
    claimType,
    fields,
    required,
  }: Pick<Need, 'required'> & { readonly claimType: string; readonly fields?: Need['fields'] },
  { language }: { readonly language: LetterLanguage },
): NeedInWords {
  const kind = factKinds.kinds[claimType];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const known = kind?.fields ?? [];
  const asked = fields ?? known.map(({ name }) => name);
  const say = (name: string) => known.find((field) => field.name === name)?.label[language] ?? name;
  const own = claimType.replace(/^.*[#/]/, '');
  return {
    name: kind?.name[language] ?? own,
    kind: kind?.kindPhrase[language] ?? own,
    fields: list.format(asked.map(say)),
    // What is named and cannot be missed goes along; of anything else the citizen chooses.
    optional: (required && fields) || asked.length === 1 ? [] : asked.map(say),
  };
}
