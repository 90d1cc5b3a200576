import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { allMessages, chaptersIn } from '../test-support/all-messages.ts';
import { type Language, languages, locales } from './language.ts';

/** In every language: the French and German were written within the bound of the Dutch. */
const MAX_WORDS = 20;
/** Any of these as a whole word; `\b` knows no accents. */
const anyOf = (words: string) => new RegExp(String.raw`(?<!\p{L})(${words})(?!\p{L})`, 'iu');
/** Words of the trade that no citizen should meet, in any language; parts of other words too where no everyday word has them. */
const trade =
  /\b(grants?|pods?|scopes?|claims?|issuers?|verifier|jwt|ur[il]|iri)\b|web-?id|credential|token/i;
/** Words of the trade that are everyday words in another language. */
const banned: Readonly<Record<Language, RegExp>> = {
  nl: anyOf(
    'consent|resources?|requests?|status|verwerkingsverantwoordelijke|betrokkene|grondslag',
  ),
  en: anyOf('consent|resources?|requests?|status|controller|processor|data subjects?'),
  fr: anyOf(
    'jetons?|ressources?|requêtes?|statut|traitement|personne concernée|sous-traitant|émetteur',
  ),
  de: anyOf('ressourcen?|status|verarbeitung|betroffene|verantwortlicher|aussteller|nachweis'),
};
/** What consent is called: of nothing that the law governs. */
const consent = /toestem|permission|consent|einwillig|zustimm/i;
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
    expect(shown.filter(({ words }) => trade.test(words) || banned[language].test(words))).toEqual(
      [],
    );
  });

  it('has a sentence for each way that this language counts', () => {
    const rules = new Intl.PluralRules(locales[language]);
    const needed = new Set([...Array(1001).keys()].map((number) => rules.select(number)));
    const counting = Object.entries(messages).filter(([, text]) => text.includes(', plural,'));
    expect(counting.length).toBeGreaterThan(0);
    for (const [key, text] of counting) {
      const categories = [...text.matchAll(/ (zero|one|two|few|many|other) \{/g)].map(
        ([, one]) => one,
      );
      expect(new Set(categories), key).toEqual(needed);
    }
  });
});

it('calls nothing that the law governs consent, in any language', () => {
  const words = all.flatMap((language) =>
    ['law', 'objections'].flatMap((name) => Object.values(chaptersIn(language).get(name) ?? {})),
  );
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((text) => consent.test(text))).toEqual([]);
});

it('says u, vous and Sie, never je, tu or du', () => {
  const familiar = {
    nl: anyOf('je|jij|jouw?'),
    fr: anyOf('tu|te|toi|ton|tes'),
    de: anyOf('du|dich|dir|deine?[mnrs]?'),
  };
  for (const [language, words] of Object.entries(familiar)) {
    const found = Object.values(allMessages(language as Language)).filter((text) =>
      words.test(text),
    );
    expect(found).toEqual([]);
  }
});

it('keeps French signs with the word before them: a no-break space (U+00A0), not one where a line can end', () => {
  expect(Object.entries(allMessages('fr')).filter(([, text]) => / [?!:;»]/.test(text))).toEqual([]);
});

it('uses no straight apostrophe: in a message it begins a quotation', () => {
  expect(
    all.flatMap((language) =>
      Object.values(allMessages(language)).filter((text) => text.includes("'")),
    ),
  ).toEqual([]);
});

it('notices a word of the trade', () => {
  expect(['Uw WebID', 'tokens', 'De grant'].every((words) => trade.test(words))).toBe(true);
});
