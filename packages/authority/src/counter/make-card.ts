import {
  createCardNumber,
  type NewCardAnswer,
  type NewCardAtCounter,
} from '@grondslag/protocol/counter';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { CardStore } from './card-store.ts';
import { type CounterPowers, openAsClerk } from './counter-powers.ts';
import type { NewCounterEntry } from './counter-store.ts';
import { describeEntry } from './describe-entry.ts';
import { hashBirth, hashCardNumber } from './hash-code.ts';

/**
 * Makes a card for a citizen, with which they can be helped at a counter when letter and receipt are lost. An earlier
 * one is worth nothing from then on.
 *
 * @param entry that a clerk makes it
 */
export async function makeCard(
  citizen: string,
  bornOn: string,
  { baseUrl, cards, now }: Pick<CounterPowers, 'baseUrl' | 'now'> & { readonly cards: CardStore },
  entry?: NewCounterEntry,
): Promise<NewCardAnswer> {
  const madeAt = now();
  const number = createCardNumber();
  const card = {
    ...{ id: createUuidV7(madeAt), citizen, madeAt },
    codeHash: await hashCardNumber(baseUrl, number),
    bornHash: await hashBirth(baseUrl, number, bornOn),
  };
  await cards.add(card, entry);
  return { number, madeAt: madeAt.toISOString() };
}

/**
 * The same for a citizen who stands at the counter with a letter, and has no screen to make one on.
 *
 * @throws {AuthorityError} as `openAsClerk`
 */
export async function makeCardAtCounter(
  { sighting, ...proof }: NewCardAtCounter,
  caller: string,
  powers: CounterPowers,
): Promise<NewCardAnswer> {
  const opened = await openAsClerk(proof, caller, powers);
  const at = powers.now();
  const about = { id: createUuidV7(at), at, kind: 'carded', sighting } as const;
  const entry = describeEntry(opened, about);
  return makeCard(opened.request.toAgent, proof.bornOn, powers, entry);
}
