import type { Clerk } from '@grondslag/protocol/counter';
import type { StoredRequest } from '../credentials/check-linked-request.ts';
import { isRequest } from '../credentials/check-linked-request.ts';
import type { IssuePowers } from '../credentials/issue-credential.ts';
import { AuthorityError } from '../errors.ts';
import type { DeskStore, Letter, LetterStore } from './counter-store.ts';
import { openLetter } from './find-letter.ts';

/** Powers that working at a counter needs. */
export interface CounterPowers extends IssuePowers {
  readonly letters: LetterStore;
  readonly desks: DeskStore;
}

/** A letter that was opened by who may. */
export interface OpenedLetter {
  readonly clerk: Clerk;
  readonly letter: Letter;
  readonly request: StoredRequest;
}

/** The caller as a clerk; `undefined` of somebody who is none, or whose desk is closed. */
export async function findClerk(
  webId: string,
  { desks }: Pick<CounterPowers, 'desks'>,
): Promise<Clerk | undefined> {
  const clerk = await desks.findClerk(webId);
  return clerk?.desk.open ? clerk : undefined;
}

/**
 * Opens a letter as a clerk. Never at a desk of who asks: there a citizen is not free to say no (recital 43 GDPR).
 *
 * @throws {AuthorityError} `not_clerk`, `desk_of_asking_agency`, and as `openLetter`
 */
export async function openAsClerk(
  proof: { readonly code: string; readonly bornOn: string },
  caller: string,
  powers: CounterPowers,
): Promise<OpenedLetter> {
  const clerk = await findClerk(caller, powers);
  if (clerk === undefined) {
    throw new AuthorityError('not_clerk', 'You are no clerk of a desk that is open now.');
  }
  const letter = await openLetter(proof, caller, powers);
  const request = await powers.credentials.find(letter.request);
  if (!isRequest(request)) throw new TypeError('a letter is about a request that exists');
  if ([clerk.webId, clerk.desk.runBy].includes(request.fromAgent)) {
    throw new AuthorityError(
      'desk_of_asking_agency',
      'The agency that asks does not enter the answer. A desk that somebody else runs does.',
    );
  }
  return { clerk, letter, request };
}
