import type { AccessGrant } from '@grondslag/protocol';
import type {
  CardList,
  CardQuestion,
  CardView,
  CardWithdrawal,
  Clerk,
  CounterReceipt,
  Letter,
  NewDeskLetter,
} from '@grondslag/protocol/counter';
import { showAccess } from '../api/show-access.ts';
import { isRequest, type StoredRequest } from '../credentials/check-linked-request.ts';
import { createUuidV7 } from '../credentials/credential-id.ts';
import type {
  CredentialPage,
  StoredAccess,
  StoredCredential,
} from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';
import { type CounterPowers, checkDesk, isOwnDesk, requireClerk } from './counter-powers.ts';
import { describeDeed } from './describe-entry.ts';
import { findCard } from './find-card.ts';
import { isForLetter, writeLetter } from './make-letter.ts';

/** Citizens that one clerk looks up in an hour. */
export const MOST_LOOKUPS = 20;
const HOUR_MILLISECONDS = 3_600_000;
/** On one page. */
const MOST_SHOWN = 100;

/** A grant in answer to a question that a letter could be about. */
interface Standing {
  readonly grant: StoredAccess;
  readonly request: StoredRequest;
}

/**
 * What a citizen with a card can stop or have printed at this desk: permissions in answer to a question that explains
 * itself, and such questions that wait, none of an agency that runs the desk; a page of each. That a clerk looked is on
 * record first, of each page anew.
 *
 * @throws {AuthorityError} `not_clerk`, `too_many_lookups`, and as `findCard`
 */
export async function showCitizen(
  { sighting, older, ...proof }: CardQuestion,
  caller: string,
  powers: CounterPowers,
): Promise<CardView> {
  const clerk = await requireClerk(caller, powers);
  const { citizen } = await findCard(proof, caller, powers);
  const at = powers.now();
  const entry = describeDeed(clerk, citizen, { id: createUuidV7(at), at, kind: 'found', sighting });
  const limit = { most: MOST_LOOKUPS, since: new Date(at.getTime() - HOUR_MILLISECONDS) };
  if (!(await powers.cards.addLookup(entry, limit))) {
    throw new AuthorityError('too_many_lookups', 'You looked up too many citizens in an hour.');
  }
  const page = (list: CardList): Promise<CredentialPage> =>
    older === undefined || older.list === list
      ? findAccess(citizen, { list, olderThan: older?.than }, powers)
      : Promise.resolve({ items: [] });
  const { items: waiting, next: nextOpen } = await page('open');
  const { items: grants, next: nextInForce } = await page('inForce');
  const standing = await Promise.all(
    grants.map((grant) => findStanding(grant, citizen, clerk, powers)),
  );
  const pending = await powers.credentials.findDecisions(waiting.map(({ id }) => id));
  const show = { baseUrl: powers.baseUrl, now: at, decisions: pending };
  return {
    inForce: standing.flat().map(({ grant, request }) => ({
      request: request.credential,
      decision: grant.credential as AccessGrant,
      state: showAccess(grant, show).state as CardView['inForce'][number]['state'],
    })),
    open: waiting.flatMap((one) =>
      isRequest(one) && isForLetter(one.credential) && !isOwnDesk(clerk, one.fromAgent)
        ? [one.credential]
        : [],
    ),
    ...((nextInForce !== undefined || nextOpen !== undefined) && {
      next: {
        ...(nextInForce !== undefined && { inForce: nextInForce }),
        ...(nextOpen !== undefined && { open: nextOpen }),
      },
    }),
  };
}

/**
 * Has a letter printed about a question that waits for a citizen with a card. A colleague enters its answer.
 *
 * @throws {AuthorityError} `credential_not_found`, `desk_of_asking_agency`, `letter_not_possible`, `not_clerk`, and as
 * `findCard`
 */
export async function printLetter(
  { sighting, request: id, ...proof }: NewDeskLetter,
  caller: string,
  powers: CounterPowers,
): Promise<Omit<Letter, 'agency'>> {
  const clerk = await requireClerk(caller, powers);
  const { citizen } = await findCard(proof, caller, powers);
  const request = await powers.credentials.find(id);
  if (!isRequest(request) || request.toAgent !== citizen) {
    throw new AuthorityError('credential_not_found', 'There is no question with this id to them.');
  }
  checkDesk(clerk, request);
  const at = powers.now();
  const deed = { id: createUuidV7(at), at, kind: 'printed', request: id, sighting } as const;
  const entry = describeDeed(clerk, citizen, deed);
  const printing = { clerk: clerk.webId, entry };
  return writeLetter(request, { bornOn: proof.bornOn, printing }, powers);
}

/**
 * Withdraws, for a citizen with a card, one of the permissions that `showCitizen` shows.
 *
 * @param uuid of what is put on record
 * @throws {AuthorityError} `nothing_to_withdraw`, `not_clerk`, and as `findCard`
 */
export async function withdrawWithCard(
  { sighting, decision: id, ...proof }: CardWithdrawal,
  caller: string,
  uuid: string,
  powers: CounterPowers,
): Promise<CounterReceipt> {
  const clerk = await requireClerk(caller, powers);
  const { citizen } = await findCard(proof, caller, powers);
  const at = powers.now();
  const stored = await powers.credentials.find(id);
  const [found] =
    stored && isStanding(stored, citizen, at)
      ? await findStanding(stored, citizen, clerk, powers)
      : [];
  if (found === undefined) {
    throw new AuthorityError('nothing_to_withdraw', 'There is no such permission that counts now.');
  }
  const { grant, request } = found;
  const deed = { id: uuid, at, kind: 'withdrawn', request: request.id, decision: id } as const;
  const entry = describeDeed(clerk, citizen, { ...deed, sighting });
  await powers.letters.withdraw(entry, id, at);
  return { entry: entry.entry, decision: grant.credential as AccessGrant };
}

/** As the query of active grants finds it. */
function isStanding(stored: StoredCredential, citizen: string, at: Date): stored is StoredAccess {
  const { kind, fromAgent, revokedAt, suspendedAt, expiresAt } = stored;
  const isOver = revokedAt !== undefined || (expiresAt !== undefined && expiresAt <= at);
  return kind === 'SolidAccessGrant' && fromAgent === citizen && !isOver && !suspendedAt;
}

/** A grant with the question it answers; none where a letter could not be about that, or of who runs the desk. */
async function findStanding(
  grant: StoredAccess,
  citizen: string,
  clerk: Clerk,
  powers: CounterPowers,
): Promise<Standing[]> {
  const { credentialSubject } = grant.credential;
  if (!('providedConsent' in credentialSubject) || isOwnDesk(clerk, grant.toAgent)) return [];
  const { verifiedRequest, request: named } = credentialSubject.providedConsent;
  const asked = verifiedRequest ?? named;
  const request = asked === undefined ? undefined : await powers.credentials.find(asked);
  const isAnswer =
    isRequest(request) &&
    request.toAgent === citizen &&
    request.fromAgent === grant.toAgent &&
    isForLetter(request.credential);
  return isAnswer ? [{ grant, request }] : [];
}

/** Grants by a citizen that are not withdrawn nor over, or requests to them that wait; newest first. */
function findAccess(
  citizen: string,
  { list, olderThan }: { readonly list: CardList; readonly olderThan: string | undefined },
  { credentials, now }: CounterPowers,
): Promise<CredentialPage> {
  return credentials.query({
    ...{ participant: citizen, limit: MOST_SHOWN, now: now() },
    ...(list === 'inForce'
      ? { kind: 'SolidAccessGrant', fromAgent: citizen, state: 'Active' }
      : { kind: 'SolidAccessRequest', toAgent: citizen, state: 'Pending' }),
    ...(olderThan !== undefined && { olderThan }),
  });
}
