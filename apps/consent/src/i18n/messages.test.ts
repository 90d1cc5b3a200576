import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { allMessages, chaptersIn } from '../test-support/all-messages.ts';
import { type Language, languages } from './language.ts';

const MAX_WORDS = 20;
/** Words of the trade, in both languages; parts of other words count too where no everyday word has them. */
const banned =
  /\b(grants?|pods?|scopes?|claims?|issuers?|consent|resources?|requests?|status|verifier|jwt|uri|iri)\b|web-?id|credential|token/i;
const all = Object.keys(languages) as Language[];
const dutch = allMessages('nl');

/** The message as on screen, with numbers in its places: none, one and many. */
function onScreen(language: Language, text: string): string[] {
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

describe.each(all)('messages in %s', (language) => {
  const messages = allMessages(language);
  const shown = Object.entries(messages).flatMap(([key, text]) =>
    onScreen(language, text).map((words) => ({ key, words })),
  );

  it('has every key once, in the same chapter, and the same places to fill as the Dutch', () => {
    const keys = (chapters: ReadonlyMap<string, object>) =>
      new Map([...chapters].map(([name, found]) => [name, new Set(Object.keys(found))]));
    const found = keys(chaptersIn(language));
    expect(found).toEqual(keys(chaptersIn('nl')));
    expect([...found.values()].flatMap((one) => [...one])).toHaveLength(shown.length / 3);
    for (const [key, text] of Object.entries(dutch)) {
      expect(places(messages[key] ?? ''), key).toEqual(places(text));
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
  const words = all.flatMap((language) =>
    ['law', 'objections'].flatMap((name) => Object.values(chaptersIn(language).get(name) ?? {})),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((text) => /toestem|permission|consent/i.test(text))).toEqual([]);
});

it('notices a word of the trade', () => {
  expect(['Uw WebID', 'tokens', 'De grant'].every((words) => banned.test(words))).toBe(true);
});
