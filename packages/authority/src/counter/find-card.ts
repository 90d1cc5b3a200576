import { readCardNumber } from '@grondslag/protocol/counter';
import { AuthorityError } from '../errors.ts';
import type { CardStore, CounterCard } from './card-store.ts';
import { checkTries, type FindLetterPowers, MOST_WRONG_BIRTHS } from './find-letter.ts';
import { hashBirth, hashCardNumber, isSameHash } from './hash-code.ts';

/**
 * The card of a number and the date of birth of its citizen. Wrong ones count as wrong codes of letters do: for the
 * caller, and dates for the card.
 *
 * @throws {AuthorityError} `letter_code_mistyped`, `card_unknown`, `card_locked`, `too_many_codes`
 */
export async function findCard(
  { number: typed, bornOn }: { readonly number: string; readonly bornOn: string },
  caller: string,
  powers: FindLetterPowers & { readonly cards: CardStore },
): Promise<CounterCard> {
  const { baseUrl, letters, cards, now } = powers;
  const number = readCardNumber(typed);
  if (number === undefined) {
    throw new AuthorityError(
      'letter_code_mistyped',
      'A number is twelve signs, of which one checks the others. These are not: look at the card again.',
    );
  }
  await checkTries(caller, powers);
  const card = await cards.findByCode(await hashCardNumber(baseUrl, number));
  if (card !== undefined && !(await cards.takeTry(card.id, MOST_WRONG_BIRTHS))) {
    throw new AuthorityError(
      'card_locked',
      'This number was used with a wrong date of birth too often. The citizen can make a new card.',
    );
  }
  if (!card || !isSameHash(await hashBirth(baseUrl, number, bornOn), card.bornHash)) {
    await letters.noteWrongCode(caller, now());
    throw new AuthorityError(
      'card_unknown',
      'There is no card with this number for who was born on this day, or a later one replaced it.',
    );
  }
  await cards.giveTriesBack(card.id);
  return card;
}
