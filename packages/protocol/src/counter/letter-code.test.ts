import { describe, expect, it } from 'vitest';
import { createLetterCode, readLetterCode } from './letter-code.ts';

const code = createLetterCode(Uint8Array.of(7, 18, 2, 23, 29, 9, 4, 20, 26));
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the code of a letter', () => {
  it('is ten signs in two groups, another each time', () => {
    const codes = Array.from({ length: 1000 }, () => createLetterCode());
    expect(new Set(codes).size).toBe(1000);
    for (const one of codes) {
      expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(readLetterCode(one)).toBe(one);
    }
  });

  it('may be typed in small letters, with spaces and other dashes, and with O, I and L', () => {
    const zeroes = createLetterCode(Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0));
    expect(readLetterCode(` ${code.toLowerCase().replace('-', ' – ')} `)).toBe(code);
    expect(readLetterCode(zeroes.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(zeroes);
  });

  it('shows each wrong sign', () => {
    for (const place of [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]) {
      for (const sign of signs) {
        const wrong = code.slice(0, place) + sign + code.slice(place + 1);
        expect(readLetterCode(wrong)).toBe(wrong === code ? code : undefined);
      }
    }
  });

  it('shows any two signs that changed places', () => {
    const plain = [...code.replace('-', '')];
    for (let one = 0; one < 10; one++) {
      for (let other = one + 1; other < 10; other++) {
        const swapped = plain.with(one, plain[other] ?? '').with(other, plain[one] ?? '');
        const isSame = plain[one] === plain[other];
        expect(readLetterCode(swapped.join(''))).toBe(isSame ? code : undefined);
      }
    }
  });

  it.each(['', '1234', `${code}0`, 'UUUUU-UUUUU', '\u202e7K2QX'])('is not %j', (typed) => {
    expect(readLetterCode(typed)).toBeUndefined();
  });
});
