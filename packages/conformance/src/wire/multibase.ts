const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Bytes of a multibase text in base58btc (`z…`); each leading `1` is a zero byte.
 *
 * @throws {TypeError} when it is not in base58btc
 */
export function decodeBase58(multibase: string): Buffer {
  const text = multibase.slice(1);
  if (!multibase.startsWith('z') || [...text].some((letter) => !ALPHABET.includes(letter))) {
    throw new TypeError(`Not multibase in base58btc: ${multibase.slice(0, 20)}`);
  }
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  const hex = number === 0n ? '' : number.toString(16);
  const zeros = text.length - text.replace(/^1+/, '').length;
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}
