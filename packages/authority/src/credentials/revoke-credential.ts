import { AuthorityError } from '../errors.ts';
import { type CredentialStore, isAccess, type StoredCredential } from './credential-store.ts';
import { findCredential } from './show-credential.ts';

/**
 * Withdraws a grant or denial, or cancels a request: its maker only, and for good. Doing it again changes nothing.
 *
 * @param actedBy id of the helper who does it for the caller
 * @throws {AuthorityError} `credential_not_found`, `not_subject`
 */
export async function revokeCredential(
  id: string,
  caller: string,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
  actedBy?: string,
): Promise<void> {
  const found = await findOwnCredential(id, caller, powers);
  await powers.credentials.revoke(found.id, powers.now(), actedBy);
}

/** @throws {AuthorityError} `credential_not_found`, `not_subject` */
export async function findOwnCredential(
  id: string,
  caller: string,
  powers: { readonly baseUrl: string; readonly credentials: CredentialStore },
): Promise<StoredCredential> {
  const found = await findCredential(id, powers);
  // Nobody made lawful access, so nobody withdraws it: it ends by what it rests on, or by an objection.
  if (found.fromAgent === caller && isAccess(found)) return found;
  throw new AuthorityError(
    'not_subject',
    'Only the one who made a credential can change its status.',
  );
}
