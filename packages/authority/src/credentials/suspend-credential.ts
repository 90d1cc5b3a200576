import { AuthorityError } from '../errors.ts';
import type { CredentialStore } from './credential-store.ts';
import { findOwnCredential } from './revoke-credential.ts';

interface SuspendPowers {
  readonly baseUrl: string;
  readonly credentials: CredentialStore;
  readonly now: () => Date;
}

/**
 * Makes a grant not count until it is resumed: its maker only. Doing it again changes nothing, nor does it after a
 * withdrawal.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`, `not_suspendable`
 */
export async function suspendCredential(
  id: string,
  caller: string,
  powers: SuspendPowers,
): Promise<void> {
  const found = await findOwnGrant(id, caller, powers);
  await powers.credentials.suspend(found.id, powers.now());
}

/**
 * Makes a suspended grant count again: its maker only. Doing it again changes nothing.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`, `not_suspendable`, `already_revoked`
 */
export async function resumeCredential(
  id: string,
  caller: string,
  powers: SuspendPowers,
): Promise<void> {
  const found = await findOwnGrant(id, caller, powers);
  if (found.revokedAt !== undefined) {
    throw new AuthorityError('already_revoked', 'What was withdrawn stays so; give a new grant.');
  }
  await powers.credentials.resume(found.id, powers.now());
}

async function findOwnGrant(id: string, caller: string, powers: SuspendPowers) {
  const found = await findOwnCredential(id, caller, powers);
  if (found.kind === 'SolidAccessGrant') return found;
  throw new AuthorityError('not_suspendable', 'Only a grant can be suspended and resumed.');
}
