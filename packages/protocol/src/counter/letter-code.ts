/** Thirty-two signs that are not mistaken for each other: no I, L, O and U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const alike: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };
const RANDOM_SIGNS = 9;

/**
 * A new code of a letter: nine random signs (45 bits) and one that checks them, as `7K2QX-94MTB`.
 *
 * @param random one byte for each random sign
 */
export function createLetterCode(random: Uint8Array = randomBytes()): string {
  if (random.length !== RANDOM_SIGNS) throw new TypeError(`expected ${RANDOM_SIGNS} random bytes`);
  const values = [...random].map((byte) => byte % signs.length);
  const code = [...values, double(remainder(values))].map((value) => signs[value]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/**
 * A code as somebody typed it, in its one spelling: with small letters, spaces, other dashes, and O for 0.
 *
 * `undefined` when it cannot be one. One wrong sign, or two signs that changed places, are always found.
 */
export function readLetterCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(/[ILO]/g, (sign) => alike[sign] ?? sign);
  const values = [...code].map((sign) => signs.indexOf(sign));
  if (values.length !== RANDOM_SIGNS + 1 || values.includes(-1)) return undefined;
  return remainder(values) === 0 ? `${code.slice(0, 5)}-${code.slice(5)}` : undefined;
}

/** The code as a polynomial over GF(32), at a primitive element: each place has a weight of its own. */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum) ^ value, 0);
}

/** Times the primitive element, modulo x⁵ + x² + 1. */
function double(value: number): number {
  return value & 0b10000 ? (value << 1) ^ 0b100101 : value << 1;
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(RANDOM_SIGNS));
}
