import { readLetterCode } from '@grondslag/protocol/counter';
import { AuthorityError } from '../errors.ts';
import type { Letter, LetterStore } from './counter-store.ts';
import { hashBirth, hashCode, isSameHash } from './hash-code.ts';

const HOUR_MILLISECONDS = 3_600_000;
/** Wrong codes of one caller in an hour. */
export const MOST_WRONG_CODES = 10;
/** Wrong dates of birth with one code, ever; then a new letter is needed. */
export const MOST_WRONG_BIRTHS = 5;

/** Powers that looking up a code needs. */
export interface FindLetterPowers {
  readonly baseUrl: string;
  readonly letters: LetterStore;
  readonly now: () => Date;
}

/**
 * The letter of a code. A typing error, which the code itself shows, is no try.
 *
 * @param caller WebID, whose wrong codes are counted
 * @throws {AuthorityError} `letter_code_mistyped`, `letter_unknown`, `too_many_codes`
 */
export async function findLetter(
  typed: string,
  caller: string,
  powers: FindLetterPowers,
): Promise<Letter> {
  const code = readCode(typed);
  await checkTries(caller, powers);
  const letter = await powers.letters.findByCode(await hashCode(powers.baseUrl, code));
  if (letter !== undefined) return letter;
  await powers.letters.noteWrongCode(caller, powers.now());
  throw unknownLetter();
}

/**
 * The letter of a code and the date of birth of whom it was sent to. A wrong date is told as a wrong code is.
 *
 * @throws {AuthorityError} as `findLetter`, and `letter_locked` after too many wrong dates
 */
export async function openLetter(
  { code: typed, bornOn }: { readonly code: string; readonly bornOn: string },
  caller: string,
  powers: FindLetterPowers,
): Promise<Letter> {
  const letter = await findLetter(typed, caller, powers);
  const { baseUrl, letters, now } = powers;
  if (!(await letters.takeTry(letter.id, MOST_WRONG_BIRTHS))) {
    throw new AuthorityError(
      'letter_locked',
      'This code was used with a wrong date of birth too often. The agency can send a new letter.',
    );
  }
  if (!isSameHash(await hashBirth(baseUrl, readCode(typed), bornOn), letter.bornHash)) {
    await letters.noteWrongCode(caller, now());
    throw unknownLetter();
  }
  await letters.giveTriesBack(letter.id);
  return letter;
}

function readCode(typed: string): string {
  const code = readLetterCode(typed);
  if (code !== undefined) return code;
  throw new AuthorityError(
    'letter_code_mistyped',
    'A code is ten signs, of which one checks the others. These are not: look at the letter again.',
  );
}

/** @throws {AuthorityError} `too_many_codes` */
export async function checkTries(
  caller: string,
  { letters, now }: Pick<FindLetterPowers, 'letters' | 'now'>,
): Promise<void> {
  const since = new Date(now().getTime() - HOUR_MILLISECONDS);
  if ((await letters.countWrongCodes(caller, since)) < MOST_WRONG_CODES) return;
  throw new AuthorityError('too_many_codes', 'Too many codes were wrong. Try again in an hour.');
}

function unknownLetter(): AuthorityError {
  return new AuthorityError(
    'letter_unknown',
    'There is no letter with this code for who was born on this day, or a later letter replaced it.',
  );
}
