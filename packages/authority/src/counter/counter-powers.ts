import type { Clerk } from '@grondslag/protocol/counter';
import type { StoredRequest } from '../credentials/check-linked-request.ts';
import { isRequest } from '../credentials/check-linked-request.ts';
import type { IssuePowers } from '../credentials/issue-credential.ts';
import { AuthorityError } from '../errors.ts';
import type { CardStore } from './card-store.ts';
import type { DeskStore, Letter, LetterStore } from './counter-store.ts';
import { openLetter } from './find-letter.ts';

/** Powers that working at a counter needs. */
export interface CounterPowers extends IssuePowers {
  readonly letters: LetterStore;
  readonly desks: DeskStore;
  readonly cards: CardStore;
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
 * Who had the letter printed does not enter its answer: two people saw the citizen, or nobody answers for them.
 *
 * @throws {AuthorityError} `not_clerk`, `desk_of_asking_agency`, `letter_of_own_printing`, and as `openLetter`
 */
export async function openAsClerk(
  proof: { readonly code: string; readonly bornOn: string },
  caller: string,
  powers: CounterPowers,
): Promise<OpenedLetter> {
  const clerk = await requireClerk(caller, powers);
  const letter = await openLetter(proof, caller, powers);
  const request = await powers.credentials.find(letter.request);
  if (!isRequest(request)) throw new TypeError('a letter is about a request that exists');
  checkDesk(clerk, request);
  if (letter.printedBy === clerk.webId) {
    throw new AuthorityError(
      'letter_of_own_printing',
      'Who has a letter printed at a desk does not enter its answer. A colleague does.',
    );
  }
  return { clerk, letter, request };
}

/** @throws {AuthorityError} `not_clerk` */
export async function requireClerk(
  webId: string,
  powers: Pick<CounterPowers, 'desks'>,
): Promise<Clerk> {
  const clerk = await findClerk(webId, powers);
  if (clerk !== undefined) return clerk;
  throw new AuthorityError('not_clerk', 'You are no clerk of a desk that is open now.');
}

/** Whether a desk may do anything about what this agency asks. */
export function isOwnDesk({ webId, desk }: Clerk, agency: string): boolean {
  return [webId, desk.runBy].includes(agency);
}

/** @throws {AuthorityError} `desk_of_asking_agency` */
export function checkDesk(clerk: Clerk, request: StoredRequest): void {
  if (!isOwnDesk(clerk, request.fromAgent)) return;
  throw new AuthorityError(
    'desk_of_asking_agency',
    'The agency that asks does not enter the answer. A desk that somebody else runs does.',
  );
}
