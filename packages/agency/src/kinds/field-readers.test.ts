import { describe, expect, it } from 'vitest';
import {
  asBoolean,
  asDay,
  asDecimal,
  asInstant,
  asInteger,
  asNumber,
  asYear,
  oneOf,
  type ReadField,
} from './field-readers.ts';

describe('readers of fields', () => {
  it.each<[string, ReadField<unknown>, string, unknown]>([
    ['integer', asInteger, '-12', -12],
    ['decimal, with every cent', asDecimal, '9007199254740993.10', '9007199254740993.10'],
    ['double', asNumber, '1.5E3', 1500],
    ['double without bound', asNumber, '-INF', Number.NEGATIVE_INFINITY],
    ['boolean', asBoolean, '1', true],
    ['boolean', asBoolean, 'false', false],
    ['year', asYear, '2025', 2025],
    ['day', asDay, '2025-12-31', '2025-12-31'],
    ['instant', asInstant, '2025-12-31T23:30:00-01:00', new Date('2026-01-01T00:30:00Z')],
    ['word of a list', oneOf('EUR', 'SEK'), 'SEK', 'SEK'],
  ])('give the value of a %s', (_, read, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[string, ReadField<unknown>, string]>([
    ['an integer that a number does not hold', asInteger, '9007199254740993'],
    ['no integer', asInteger, '1.0'],
    ['no decimal', asDecimal, '1e3'],
    ['no number', asNumber, ' '],
    ['no boolean, though objects have it', asBoolean, 'constructor'],
    ['a year with a zone', asYear, '2025Z'],
    ['a day with a zone', asDay, '2025-12-31Z'],
    ['a moment without a zone: it is no instant', asInstant, '2025-12-31T23:30:00'],
    ['a day that is not on the calendar', asInstant, '2025-13-31T23:30:00Z'],
    ['a word that is not on the list', oneOf('EUR'), 'USD'],
  ])('give nothing for %s', (_, read, text) => {
    expect(read(text)).toBeUndefined();
  });
});
