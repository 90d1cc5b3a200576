import {
  covers,
  PERMISSION_TICKET_TYPE,
  type PermissionTicket,
  permissionTicketSchema,
} from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import type { Vault } from '../vaults/vault.ts';
import { verifyVaultMessage } from '../vaults/verify-vault-message.ts';

/** A permission ticket whose signature, audience and time are good. */
export interface VerifiedTicket {
  readonly jti: string;
  readonly expiresAt: Date;
  /** The vault server that minted it. */
  readonly vault: Vault;
  readonly permissions: PermissionTicket['permissions'];
  /** What that vault server can do. */
  readonly features: readonly string[];
}

/**
 * Verifies a permission ticket (UMA 2.0 Grant §3.3.1). Whether it was used before is not looked at here.
 *
 * @throws {AuthorityError} `ticket_invalid`, `ticket_expired`
 */
export async function verifyTicket(
  ticket: string,
  powers: {
    readonly baseUrl: string;
    readonly vaults: readonly Vault[];
    readonly now: () => Date;
  },
): Promise<VerifiedTicket> {
  const message = await verifyVaultMessage(ticket, PERMISSION_TICKET_TYPE, {
    ...powers,
    now: powers.now(),
  });
  if (!message.verified) {
    if (message.reason === 'expired') {
      throw new AuthorityError(
        'ticket_expired',
        'The ticket is too old; ask the resource again without a token to get a new one.',
      );
    }
    throw invalidTicket();
  }
  const { vault } = message;
  const payload = permissionTicketSchema.safeParse(message.payload).data;
  // A vault server speaks for its own resources only.
  if (!payload?.permissions.every(({ resource }) => covers(vault.baseUrl, resource))) {
    throw invalidTicket();
  }
  const { jti, exp, permissions, features = [] } = payload;
  return { jti, expiresAt: new Date(exp * 1000), vault, permissions, features };
}

function invalidTicket(): AuthorityError {
  return new AuthorityError(
    'ticket_invalid',
    'The ticket should be the one a vault server of this authority gave in its UMA challenge.',
  );
}
