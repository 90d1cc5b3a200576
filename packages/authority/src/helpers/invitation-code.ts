import { createHash, randomInt } from 'node:crypto';

/** Crockford's base32: no letter looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
/** An invitation is taken within this time. */
export const ACCEPT_WITHIN_MILLISECONDS = 7 * 86_400_000;

/** A code of 60 random bits, short enough to read out: `7KQ2-M4TX-9R0D`. */
export function createInvitationCode(): { readonly code: string; readonly digest: string } {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  const plain = characters.join('');
  const code = [plain.slice(0, 4), plain.slice(4, 8), plain.slice(8)].join('-');
  return { code, digest: digestOfCode(plain) };
}

/**
 * What is kept of a code, and what it is found by: how long that takes says nothing about codes that are nearly right.
 *
 * @param plain without hyphens
 */
export function digestOfCode(plain: string): string {
  return createHash('sha256').update(plain).digest('base64url');
}
