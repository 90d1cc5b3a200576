import { en } from './en.ts';
import { nl, type Words } from './nl.ts';

/** Languages of the pages; Dutch unless asked otherwise. */
export type Language = 'nl' | 'en';

/** The words of one language, and how it writes dates, times and amounts. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  date(date: Date): string;
  time(date: Date): string;
  amount(amount: number, currency: string): string;
  /** An amount in whole euros. */
  wholeAmount(euros: number): string;
  /** An agency's or source's own text, in this language if it has one. */
  local(text: { nl: string; en?: string }): string;
  /** Adds the language to an address of our own. */
  link(path: string): string;
}

/** Where days and hours are counted. */
export const ZONE = 'Europe/Amsterdam';

function createSpeech(language: Language, words: Words, locale: string): Speech {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ZONE });
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ZONE,
  });
  return {
    language,
    words,
    date: (moment) => date.format(moment),
    time: (moment) => (Number.isNaN(moment.getTime()) ? '–' : time.format(moment)),
    amount: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount),
    wholeAmount: (euros) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'EUR',
        maximumFractionDigits: 0,
      }).format(euros),
    local: (text) => text[language] ?? text.nl,
    link: (path) => (language === 'nl' ? path : `${path}?lang=${language}`),
  };
}

const speeches: Readonly<Record<Language, Speech>> = {
  nl: createSpeech('nl', nl, 'nl-NL'),
  en: createSpeech('en', en, 'en-GB'),
};

/** The speech for `?lang=`. */
export function speechFor(lang: string | undefined): Speech {
  return speeches[lang === 'en' ? 'en' : 'nl'];
}
