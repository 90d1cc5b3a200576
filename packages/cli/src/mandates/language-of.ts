import type { Values } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from './prompt.ts';

/** @throws {UsageError} for a language there are no words in */
export function languageOf({ values }: { readonly values: Values }): Language {
  const { lang = 'nl' } = values;
  if (lang === 'nl' || lang === 'en') return lang;
  throw new UsageError('Expected --lang nl or --lang en.');
}
