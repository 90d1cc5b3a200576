import { base58 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { decodeBase58Digits } from './base58.ts';

const LENGTHS = [1, 4, 32, 33, 34, 35, 64];
const bytesOf = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(seed + at, 2_654_435_761) >>> 13) & 0xff);

describe(decodeBase58Digits, () => {
  it.each(LENGTHS)('decodes %i bytes as the library does, and as no other length', (length) => {
    for (let seed = 0; seed < 300; seed++) {
      const bytes = bytesOf(length, seed);
      bytes.fill(0, 0, seed % 3);
      if (seed % 7 === 0) bytes.fill(0xff);
      const digits = base58.encode(bytes);
      expect(decodeBase58Digits(digits, length)).toEqual(bytes);
      expect(decodeBase58Digits(digits, length + 1)).toBeUndefined();
      expect(decodeBase58Digits(digits, length - 1)).toBeUndefined();
      expect(decodeBase58Digits(`1${digits}`, length)).toBeUndefined();
    }
  });

  it('decodes zeros only', () => {
    expect(decodeBase58Digits('1'.repeat(64), 64)).toEqual(new Uint8Array(64));
    expect(decodeBase58Digits('1'.repeat(63), 64)).toBeUndefined();
    expect(decodeBase58Digits('', 64)).toBeUndefined();
  });

  it.each(['0', 'O', 'I', 'l', '+', ' ', 'é', '\u{1F393}', '\0'])('refuses %j', (digit) => {
    const digits = base58.encode(bytesOf(64, 1));
    expect(decodeBase58Digits(digits.slice(0, 40) + digit + digits.slice(41), 64)).toBeUndefined();
  });
});
