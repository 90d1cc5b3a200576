import type { StatusChange } from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import type { CredentialStore } from './credential-store.ts';
import { findCredential } from './show-credential.ts';

/**
 * Withdraws a grant or denial, or cancels a request: its maker only, and for good. Doing it again changes nothing.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`
 */
export async function revokeCredential(
  { credentialId }: StatusChange,
  caller: string,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<void> {
  const found = await findCredential(credentialId, powers);
  if (found.fromAgent !== caller) {
    throw new AuthorityError('not_subject', 'Only the one who made a credential can end it.');
  }
  await powers.credentials.revoke(found.id, powers.now());
}
