import { FIELDS_FEATURE, type TokenResponse } from '@grondslag/protocol';
import type { Caller } from '../authentication/caller.ts';
import { type CredentialStore, isLawfulAccess } from '../credentials/credential-store.ts';
import { recognizeCredential } from '../credentials/verify-credential.ts';
import { AuthorityError } from '../errors.ts';
import type { AuthorityKeys } from '../keys/authority-keys.ts';
import { type CheckPowers, checkLawfulAccess } from '../lawful-access/check-lawful-access.ts';
import { givesWholeFacts } from '../vaults/gives-whole-facts.ts';
import type { Vault } from '../vaults/vault.ts';
import { checkGrant } from './check-grant.ts';
import { createAccessToken } from './create-access-token.ts';
import { type NeededClaim, needClaim } from './need-claim.ts';
import { openGrant } from './open-grant.ts';
import type { TokenRequest } from './read-token-request.ts';
import { spendTicket } from './spend-ticket.ts';
import type { TicketStore } from './ticket-store.ts';
import { type VerifiedTicket, verifyTicket } from './verify-ticket.ts';

/** Powers that the exchange needs. */
export interface ExchangePowers extends CheckPowers {
  readonly baseUrl: string;
  readonly vaults: readonly Vault[];
  readonly credentials: CredentialStore;
  readonly tickets: TicketStore;
  readonly keys: AuthorityKeys;
  readonly tokenLifetimeSeconds: number;
  /** Whether a WebID is that of a registered source. */
  readonly isSource: (webId: string) => boolean;
  readonly now: () => Date;
}

/**
 * Trades a permission ticket and an access grant for a token (UMA 2.0 Grant §3.3). The presentation is not signed,
 * so the grant binds its holder only through `caller`, whose Solid-OIDC token was verified.
 *
 * The ticket is used up only when a token comes of it, or another ticket: a refusal has no side effect, and clients
 * repeat a refused request once.
 *
 * @param onTicket called as soon as the ticket is known, so that a refusal can be logged with its id
 * @throws {AuthorityError} `vault_gives_whole_facts`, `ticket_…`, `grant_…` and other codes of the rule that is broken
 */
export async function exchangeTicket(
  { ticket, credential, purpose }: TokenRequest,
  caller: Caller,
  powers: ExchangePowers,
  onTicket: (ticket: VerifiedTicket) => void = () => undefined,
): Promise<TokenResponse | NeededClaim> {
  const verified = await verifyTicket(ticket, powers);
  onTicket(verified);
  if (credential === undefined) return needClaim(verified, powers);
  const { vault, permissions } = verified;
  const resources = permissions.map(({ resource }) => resource);
  const stored = await recognizeGrant(credential, powers);
  const now = powers.now();
  const question = { caller: caller.webId, resources, now };
  const opening = isLawfulAccess(stored)
    ? await checkLawfulAccess(stored, question, powers)
    : await openGrant(checkGrant(stored, { ...question, ...(purpose && { purpose }) }), (id) =>
        powers.credentials.find(id),
      );
  if (opening.fields.size > 0 && !verified.features.includes(FIELDS_FEATURE)) {
    throw givesWholeFacts();
  }
  await spendTicket(verified, powers.tickets);
  return createAccessToken(
    {
      opening,
      vault,
      caller,
      isSource: opening.legalBasis === undefined && powers.isSource(caller.webId),
    },
    {
      baseUrl: powers.baseUrl,
      key: powers.keys.token,
      now,
      lifetimeSeconds: powers.tokenLifetimeSeconds,
    },
  );
}

async function recognizeGrant(credential: unknown, powers: ExchangePowers) {
  const recognition = await recognizeCredential(credential, powers);
  if (recognition.recognized) return recognition.stored;
  throw recognition.reason === 'not_issued'
    ? new AuthorityError('grant_unknown', 'The access grant is not one this authority knows.')
    : new AuthorityError(
        'grant_not_verified',
        `The proof of the access grant does not hold: ${recognition.reason}.`,
      );
}
