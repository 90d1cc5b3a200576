import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { en } from './messages/en.ts';
import { enLaw } from './messages/en-law.ts';
import { enObjections } from './messages/en-objections.ts';
import { nl } from './messages/nl.ts';
import { nlLaw } from './messages/nl-law.ts';
import { nlObjections } from './messages/nl-objections.ts';

const MAX_WORDS = 20;
/** Words of the trade, in both languages; parts of other words count too where no everyday word has them. */
const banned =
  /\b(grants?|pods?|scopes?|claims?|issuers?|consent|resources?|requests?|status|verifier|jwt|uri|iri)\b|web-?id|credential|token/i;
const languages = { nl, en } as const;

/** The message as on screen, with numbers in its places: none, one and many. */
function onScreen(language: 'nl' | 'en', text: string): string[] {
  const onError = (error: Error) => {
    throw error;
  };
  const intl = createIntl({ locale: language, messages: { text }, onError });
  const places = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '');
  return [0, 1, 2].map((number) =>
    intl.formatMessage({ id: 'text' }, Object.fromEntries(places.map((name) => [name, number]))),
  );
}

function places(text: string): Set<string> {
  return new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''));
}

describe.each(['nl', 'en'] as const)('messages in %s', (language) => {
  const shown = Object.entries(languages[language]).flatMap(([key, text]) =>
    onScreen(language, text).map((words) => ({ key, words })),
  );

  it('has every key, and the same places to fill as the Dutch', () => {
    expect(new Set(Object.keys(languages[language]))).toEqual(new Set(Object.keys(nl)));
    for (const key of Object.keys(nl) as (keyof typeof nl)[]) {
      expect(places(languages[language][key]), key).toEqual(places(nl[key]));
    }
  });

  it('is plain text, never empty', () => {
    expect(shown.filter(({ words }) => words.trim() === '' || /[{}<>]/.test(words))).toEqual([]);
  });

  it(`has no sentence over ${MAX_WORDS} words`, () => {
    const long = shown
      .flatMap(({ key, words }) => words.split(/(?<=[.?!…:])\s+/).map((part) => ({ key, part })))
      .filter(({ part }) => part.split(/\s+/).length > MAX_WORDS);
    expect(long).toEqual([]);
  });

  it('has no word of the trade', () => {
    expect(shown.filter(({ words }) => banned.test(words))).toEqual([]);
  });
});

it('calls nothing that the law governs toestemming or permission', () => {
  const words = [nlLaw, nlObjections, enLaw, enObjections].flatMap((part) => Object.values(part));
  expect(words.filter((text) => /toestem|permission|consent/i.test(text))).toEqual([]);
});

it('notices a word of the trade', () => {
  expect(['Uw WebID', 'tokens', 'De grant'].every((words) => banned.test(words))).toBe(true);
});
