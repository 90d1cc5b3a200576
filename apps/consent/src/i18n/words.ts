import type { IntlShape } from 'react-intl';
import { type Language, languageOf } from './language.ts';
import type { Dutch, MessageKey } from './messages/chapters.ts';

/** Names of the places in a message: `agency` in "{agency} vraagt iets van u." */
type Places<Message> = Message extends `${string}{${infer Rest}`
  ? Rest extends `${infer Start}}${string}`
    ? PlaceIn<Start> | Places<Rest>
    : never
  : never;
/** What starts with a brace is a place, or one of the sentences for a number; a place has no space or full stop. */
type PlaceIn<Start> = Start extends `${infer Name},${string}` ? OneWord<Name> : OneWord<Start>;
type OneWord<Name> = Name extends `${string} ${string}` | `${string}.` ? never : Name;
type Values<Key extends MessageKey> =
  Places<Dutch[Key]> extends infer Place extends string
    ? Readonly<Record<Place, string | number>>
    : never;
/** A message without places. */
export type PlainKey = {
  [Key in MessageKey]: [Places<Dutch[Key]>] extends [never] ? Key : never;
}[MessageKey];
/** Message by key; a value for each of its places is obligatory. */
export type Text = <Key extends MessageKey>(
  key: Key,
  ...values: [Places<Dutch[Key]>] extends [never] ? [] : [Values<Key>]
) => string;

/** Messages, dates and amounts in one language. */
export interface Words {
  /** For words that come from elsewhere in several languages. */
  readonly language: Language;
  readonly text: Text;
  /** The key of a message, when there is one of this name: for names that others choose. */
  keyOf(name: string): PlainKey | undefined;
  /** Day of an instant, where the citizen is: "3 maart 2026". */
  day(at: Date): string;
  /** Day with its name: "dinsdag 3 maart 2026". */
  fullDay(at: Date): string;
  /** End of a permission: "tot en met 3 maart 2026", or with the time when it is not the end of a day. */
  until(at: Date): string;
  /** "14:05" */
  time(at: Date): string;
  /** A calendar date (`2026-03-03`), the same everywhere. */
  calendarDay(date: string): string;
  /** A decimal amount of money; `currency` is an ISO 4217 code. */
  amount(amount: string, currency: string): string;
  number(value: number): string;
  /** "a, b en c" */
  list(items: readonly string[]): string;
}

/** Words through `react-intl`, with typed keys. */
export function wordsOf(intl: IntlShape): Words {
  const text: Text = (key, ...[values]) => intl.formatMessage({ id: key }, values);
  const day = (at: Date) => intl.formatDate(at, { dateStyle: 'long' });
  const time = (at: Date) => intl.formatTime(at, { timeStyle: 'short' });
  return {
    language: languageOf(intl.locale),
    text,
    keyOf: (name) => (Object.hasOwn(intl.messages, name) ? (name as PlainKey) : undefined),
    day,
    time,
    until: (at) =>
      at.getHours() === 23 && at.getMinutes() === 59
        ? text('until.day', { date: day(at) })
        : text('until.moment', { date: day(at), time: time(at) }),
    fullDay: (at) => intl.formatDate(at, { dateStyle: 'full' }),
    calendarDay: (date) =>
      intl.formatDate(new Date(`${date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
    amount: (amount, currency) =>
      intl.formatNumber(Number(amount), { style: 'currency', currency }),
    number: (value) => intl.formatNumber(value),
    list: (items) => intl.formatList(items, { type: 'conjunction' }),
  };
}
