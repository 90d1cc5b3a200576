import { AuthorityError } from '../errors.ts';
import type { TicketStore } from './ticket-store.ts';
import type { VerifiedTicket } from './verify-ticket.ts';

/** A used ticket is remembered this much longer than it is valid, for clocks that differ. */
const REMEMBER_MARGIN_MILLISECONDS = 60_000;

/** @throws {AuthorityError} `ticket_used` */
export async function spendTicket(
  { jti, expiresAt }: VerifiedTicket,
  tickets: TicketStore,
): Promise<void> {
  const forget = new Date(expiresAt.getTime() + REMEMBER_MARGIN_MILLISECONDS);
  if (await tickets.use(jti, forget)) return;
  throw new AuthorityError(
    'ticket_used',
    'The ticket was used before; ask the resource again without a token to get a new one.',
  );
}
