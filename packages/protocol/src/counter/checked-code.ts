/** Thirty-two signs that are not mistaken for each other: no I, L, O and U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const alike: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** How a code is written: random signs and one that checks them, in groups. */
export interface CodeForm {
  readonly randomSigns: number;
  readonly groupOf: number;
}

/** @param random one byte for each random sign */
export function createCode({ randomSigns, groupOf }: CodeForm, random: Uint8Array): string {
  if (random.length !== randomSigns) throw new TypeError(`expected ${randomSigns} random bytes`);
  const values = [...random].map((byte) => byte % signs.length);
  const code = [...values, double(remainder(values))].map((value) => signs[value]).join('');
  return inGroups(code, groupOf);
}

/** Random bytes for a code of this form. */
export function randomFor({ randomSigns }: CodeForm): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(randomSigns));
}

/**
 * A code as somebody typed it, in its one spelling: with small letters, spaces, other dashes, and O for 0.
 *
 * `undefined` when it cannot be one. One wrong sign, or two signs that changed places, are always found.
 */
export function readCode({ randomSigns, groupOf }: CodeForm, typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(/[ILO]/g, (sign) => alike[sign] ?? sign);
  const values = [...code].map((sign) => signs.indexOf(sign));
  if (values.length !== randomSigns + 1 || values.includes(-1)) return undefined;
  return remainder(values) === 0 ? inGroups(code, groupOf) : undefined;
}

function inGroups(code: string, groupOf: number): string {
  return code.replaceAll(new RegExp(`(.{${groupOf}})(?=.)`, 'g'), '$1-');
}

/** The code as a polynomial over GF(32), at a primitive element: each place has a weight of its own. */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum) ^ value, 0);
}

/** Times the primitive element, modulo x⁵ + x² + 1. */
function double(value: number): number {
  return value & 0b10000 ? (value << 1) ^ 0b100101 : value << 1;
}
