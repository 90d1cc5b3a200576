import { createIntl } from 'react-intl';
import { locales } from '../i18n/language.ts';
import { en } from '../i18n/messages/en.ts';
import { nl } from '../i18n/messages/nl.ts';
import { wordsOf } from '../i18n/words.ts';

/** Words as on screen. */
export const dutch = wordsOf(createIntl({ locale: locales.nl, messages: nl }));
export const english = wordsOf(createIntl({ locale: locales.en, messages: en }));
