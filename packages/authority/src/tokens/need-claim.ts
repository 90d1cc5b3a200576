import {
  type NeededClaim as NeededClaimBody,
  PERMISSION_TICKET_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { SOLID_VC } from '@grondslag/vocab';
import { SignJWT } from 'jose';
import { vaultKey } from '../vaults/vault.ts';
import { spendTicket } from './spend-ticket.ts';
import type { TicketStore } from './ticket-store.ts';
import type { VerifiedTicket } from './verify-ticket.ts';

/** What a client that sent no claim should send, and the ticket to send it with. */
export type NeededClaim = Pick<NeededClaimBody, 'ticket' | 'required_claims'>;

/**
 * Asks for the access grant (UMA 2.0 Grant §3.3.6, `need_info`). The new ticket replaces the one that came, asks for
 * the same and is no longer valid than it.
 *
 * @throws {AuthorityError} `ticket_used`
 */
export async function needClaim(
  ticket: VerifiedTicket,
  {
    baseUrl,
    tickets,
    now,
  }: { readonly baseUrl: string; readonly tickets: TicketStore; readonly now: () => Date },
): Promise<NeededClaim> {
  await spendTicket(ticket, tickets);
  const { vault, permissions, features, expiresAt } = ticket;
  const next = await new SignJWT({ permissions, features })
    .setProtectedHeader({ alg: 'HS256', typ: PERMISSION_TICKET_TYPE })
    .setIssuer(vault.baseUrl)
    .setAudience(baseUrl)
    .setJti(crypto.randomUUID())
    .setIssuedAt(now())
    .setExpirationTime(expiresAt)
    .sign(vaultKey(vault));
  return {
    ticket: next,
    required_claims: [
      {
        claim_token_format: [VP_CLAIM_TOKEN_FORMAT],
        claim_type: `${SOLID_VC}SolidAccessGrant`,
        friendly_name: 'access grant',
        issuer: [baseUrl],
      },
    ],
  };
}
