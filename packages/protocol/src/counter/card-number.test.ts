import { describe, expect, it } from 'vitest';
import { createCardNumber, readCardNumber } from './card-number.ts';
import { createLetterCode, readLetterCode } from './letter-code.ts';

describe('the number of a counter card', () => {
  it('is twelve signs in three groups, another each time', () => {
    const numbers = Array.from({ length: 1000 }, () => createCardNumber());
    expect(new Set(numbers).size).toBe(1000);
    for (const one of numbers) {
      expect(one).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readCardNumber(one.toLowerCase().replaceAll('-', ' '))).toBe(one);
    }
  });

  it('finds every wrong sign and every two that changed places', () => {
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const plain = createCardNumber().replaceAll('-', '');
    for (let place = 0; place < plain.length; place++) {
      for (const sign of signs) {
        if (sign === plain[place]) continue;
        expect(readCardNumber(plain.slice(0, place) + sign + plain.slice(place + 1))).toBe(
          undefined,
        );
      }
      const [one = '', next = ''] = [plain[place], plain[place + 1]];
      if (one === next || next === '') continue;
      const swapped = plain.slice(0, place) + next + one + plain.slice(place + 2);
      expect(readCardNumber(swapped)).toBe(undefined);
    }
  });

  it('is never taken for the code of a letter, nor the other way round', () => {
    expect(readLetterCode(createCardNumber())).toBe(undefined);
    expect(readCardNumber(createLetterCode())).toBe(undefined);
  });
});
