import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, object, Buffer>(scrypt);
const BYTES = 32;
/** Some 30 ms and 16 MiB for each try: the 45 bits of a code are safe also with who has a copy of the database. */
const COST = { N: 16_384, r: 8, p: 1 };

/** A hash by which the letter of a code is found, so it has the salt of the authority and none of its own. */
export function hashCode(baseUrl: string, code: string): Promise<string> {
  return hash(`letter ${baseUrl}`, code);
}

/** The same, of the number of a card. */
export function hashCardNumber(baseUrl: string, number: string): Promise<string> {
  return hash(`card ${baseUrl}`, number);
}

/** Of a date of birth, which alone would be guessed at once: together with the code. */
export function hashBirth(baseUrl: string, code: string, bornOn: string): Promise<string> {
  return hash(`born ${baseUrl}`, `${code} ${bornOn}`);
}

/** Whether two hashes are the same, in the same time wherever they differ. */
export function isSameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'base64url'), Buffer.from(other, 'base64url'));
}

async function hash(salt: string, secret: string): Promise<string> {
  return (await derive(secret, salt, BYTES, COST)).toString('base64url');
}
