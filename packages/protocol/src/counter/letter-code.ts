import { type CodeForm, createCode, randomFor, readCode } from './checked-code.ts';

const form: CodeForm = { randomSigns: 9, groupOf: 5 };

/**
 * A new code of a letter: nine random signs (45 bits) and one that checks them, as `7K2QX-94MTB`.
 *
 * @param random one byte for each random sign
 */
export function createLetterCode(random: Uint8Array = randomFor(form)): string {
  return createCode(form, random);
}

/** A code of a letter as somebody typed it, in its one spelling; `undefined` when it cannot be one. */
export function readLetterCode(typed: string): string | undefined {
  return readCode(form, typed);
}
