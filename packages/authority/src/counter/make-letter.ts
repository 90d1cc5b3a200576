import { type AccessRequest, explanationFromFields } from '@grondslag/protocol';
import { createLetterCode, type Letter, type NewLetter } from '@grondslag/protocol/counter';
import { acl } from '@grondslag/vocab';
import { isRequest, type StoredRequest } from '../credentials/check-linked-request.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { showCredential } from '../credentials/show-credential.ts';
import {
  type ExplicitPowers,
  findKindsAskedApart,
  findSpecialCategories,
} from '../decisions/check-explicit-consent.ts';
import { AuthorityError } from '../errors.ts';
import type { DeskStore, LetterStore, NewCounterEntry } from './counter-store.ts';
import { hashBirth, hashCode } from './hash-code.ts';

/** A question without an end is answered by its letter within this time. */
const MOST_DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;

/** Powers that making a letter needs. */
export interface MakeLetterPowers extends ExplicitPowers {
  readonly baseUrl: string;
  readonly credentials: CredentialStore;
  readonly letters: LetterStore;
  readonly desks: DeskStore;
  readonly now: () => Date;
}

/**
 * Makes a letter about a request that waits: only who asked. An earlier letter about it is worth nothing from now on.
 *
 * @param uuid of the request
 * @returns without who the agency is
 * @throws {AuthorityError} `credential_not_found`, `not_participant`, `not_subject`, `letter_not_possible`
 */
export async function makeLetter(
  uuid: string,
  { bornOn }: NewLetter,
  caller: string,
  powers: MakeLetterPowers,
): Promise<Omit<Letter, 'agency'>> {
  const request = await showCredential(uuid, caller, powers);
  if (!isRequest(request)) {
    throw new AuthorityError('credential_not_found', 'There is no request with this id here.');
  }
  if (request.fromAgent !== caller) {
    throw new AuthorityError('not_subject', 'Only who asks can send a letter about it.');
  }
  return writeLetter(request, { bornOn }, powers);
}

/** That a clerk has a letter printed, as it is put on record. */
export interface Printing {
  readonly clerk: string;
  readonly entry: NewCounterEntry;
}

/**
 * Makes a letter for whoever may: who asks, or a clerk.
 *
 * @throws {AuthorityError} `letter_not_possible`
 */
export async function writeLetter(
  request: StoredRequest,
  { bornOn, printing }: { readonly bornOn: string; readonly printing?: Printing },
  powers: MakeLetterPowers,
): Promise<Omit<Letter, 'agency'>> {
  const { baseUrl, credentials, letters, desks } = powers;
  const now = powers.now();
  const { hasConsent } = request.credential.credentialSubject;
  const { revokedAt, expiresAt } = request;
  if (revokedAt !== undefined || (expiresAt !== undefined && expiresAt <= now)) {
    throw notPossible('The request does not wait for an answer any more.');
  }
  if ((await credentials.findDecision(request.id)) !== undefined) {
    throw notPossible('The citizen has answered this request.');
  }
  if (!isForLetter(request.credential)) {
    throw notPossible('A letter is about a request to read that explains what is needed and why.');
  }
  const latest = new Date(now.getTime() + MOST_DAYS * DAY_MILLISECONDS);
  const answerBefore = expiresAt !== undefined && expiresAt < latest ? expiresAt : latest;
  const code = createLetterCode();
  await letters.add(
    {
      id: createUuidV7(now),
      request: request.id,
      codeHash: await hashCode(baseUrl, code),
      bornHash: await hashBirth(baseUrl, code, bornOn),
      madeAt: now,
      answerBefore,
      ...(printing && { printedBy: printing.clerk }),
    },
    printing?.entry,
  );
  const all = await desks.listDesks();
  const apart = await findKindsAskedApart(request, hasConsent.forPersonalData, { ...powers, now });
  return {
    code,
    answerBefore: answerBefore.toISOString(),
    request: request.credential,
    askApart: [...apart],
    ...(apart.length > 0 && {
      specialCategories: await findSpecialCategories(request, apart, { ...powers, now }),
    }),
    desks: all.filter(({ open, runBy }) => open && runBy !== request.fromAgent),
  };
}

/** Whether a letter can be about this request: it asks to read, and explains itself. */
export function isForLetter({ credentialSubject: { hasConsent } }: AccessRequest): boolean {
  return hasConsent.mode.includes(acl.Read) && explanationFromFields(hasConsent) !== undefined;
}

function notPossible(why: string): AuthorityError {
  return new AuthorityError('letter_not_possible', why);
}
