import { createIntl } from 'react-intl';
import { type Language, locales } from '../i18n/language.ts';
import { wordsOf } from '../i18n/words.ts';
import { allMessages } from './all-messages.ts';

const wordsIn = (language: Language) =>
  wordsOf(createIntl({ locale: locales[language], messages: allMessages(language) }));

/** Words as on screen. */
export const dutch = wordsIn('nl');
export const english = wordsIn('en');
export const french = wordsIn('fr');
export const german = wordsIn('de');
