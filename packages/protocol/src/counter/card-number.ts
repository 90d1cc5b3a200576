import { type CodeForm, createCode, randomFor, readCode } from './checked-code.ts';

const form: CodeForm = { randomSigns: 11, groupOf: 4 };

/**
 * A new number of a counter card: eleven random signs (55 bits) and one that checks them, as `7K2Q-X94M-TB0Z`: longer
 * than the code of a letter, so that neither is taken for the other.
 *
 * @param random one byte for each random sign
 */
export function createCardNumber(random: Uint8Array = randomFor(form)): string {
  return createCode(form, random);
}

/** A number of a card as somebody typed it, in its one spelling; `undefined` when it cannot be one. */
export function readCardNumber(typed: string): string | undefined {
  return readCode(form, typed);
}
