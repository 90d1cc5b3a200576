import type { CounterReceipt, NewCounterWithdrawal } from '@grondslag/protocol/counter';
import { AuthorityError } from '../errors.ts';
import { type CounterPowers, openAsClerk } from './counter-powers.ts';
import { describeEntry } from './describe-entry.ts';
import { findDecided } from './show-question.ts';

/**
 * Withdraws, for a citizen at the counter or by letter, what was allowed in answer to the letter: as easily as it was
 * given (Article 7(3) GDPR), with the same code, for as long as it stands, also when it was given on screen.
 *
 * @param uuid of what is put on record
 * @throws {AuthorityError} `nothing_to_withdraw`, and as `openAsClerk`
 */
export async function enterWithdrawal(
  { sighting, ...proof }: NewCounterWithdrawal,
  caller: string,
  uuid: string,
  powers: CounterPowers,
): Promise<CounterReceipt> {
  const opened = await openAsClerk(proof, caller, powers);
  const at = powers.now();
  const grant = await findDecided(opened, powers);
  const stands = grant?.kind === 'SolidAccessGrant' && grant.revokedAt === undefined;
  if (!stands || (grant.expiresAt !== undefined && grant.expiresAt <= at)) {
    throw new AuthorityError('nothing_to_withdraw', 'No yes to this question counts now.');
  }
  const about = { id: uuid, at, kind: 'withdrawn', decision: grant.id, sighting } as const;
  const entry = describeEntry(opened, about);
  await powers.letters.withdraw(entry, grant.id, at);
  return { entry: entry.entry, decision: grant.credential as CounterReceipt['decision'] };
}
