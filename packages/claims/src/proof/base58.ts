const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const NO_DIGIT = 255;
const LIMB = 2 ** 32;

/** The value of each ASCII character. */
const values = new Uint8Array(128).fill(NO_DIGIT);
for (const [value, digit] of [...ALPHABET].entries()) values[digit.charCodeAt(0)] = value;

/**
 * Decodes base58 (Bitcoin's alphabet) of exactly `length` bytes; `undefined` for any other text.
 *
 * There is one in each verification, and libraries work on single bytes and digits. This takes three digits at a
 * time into 32-bit limbs: 58³ · 2³² is below 2⁵³, so that numbers stay exact.
 *
 * @see {@link https://datatracker.ietf.org/doc/html/draft-msporny-base58-03 | The Base58 Encoding Scheme}
 */
export function decodeBase58Digits(
  digits: string,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  const limbs = new Uint32Array(Math.ceil(length / 4));
  let used = 0;
  for (let at = 0; at < digits.length; ) {
    let factor = 1;
    let carry = 0;
    for (const end = Math.min(at + 3, digits.length); at < end; at++) {
      const value = values[digits.charCodeAt(at)] ?? NO_DIGIT;
      if (value === NO_DIGIT) return undefined;
      carry = carry * 58 + value;
      factor *= 58;
    }
    for (let limb = 0; limb < used; limb++) {
      const product = (limbs[limb] as number) * factor + carry;
      limbs[limb] = product;
      carry = Math.floor(product / LIMB);
    }
    if (carry !== 0) {
      if (used === limbs.length) return undefined;
      limbs[used++] = carry;
    }
  }
  return toBytes(limbs, length, leading(digits, '1'));
}

/** @param zeros how many zero bytes have to come first, neither more nor fewer */
function toBytes(
  limbs: Uint32Array,
  length: number,
  zeros: number,
): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < limbs.length * 4; at++) {
    const byte = ((limbs[at >> 2] as number) >>> ((at & 3) * 8)) & 0xff;
    if (at < length) bytes[length - 1 - at] = byte;
    else if (byte !== 0) return undefined;
  }
  let first = 0;
  while (first < length && bytes[first] === 0) first++;
  return first === zeros ? bytes : undefined;
}

function leading(text: string, character: string): number {
  let count = 0;
  while (text[count] === character) count++;
  return count;
}
