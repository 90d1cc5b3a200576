import { AuthorityError } from '../errors.ts';
import type { CredentialStore } from './credential-store.ts';
import { findCredential } from './show-credential.ts';

/**
 * Ends a grant because the agency needs it no longer: its purpose is done (Article 5(1)(b) and (e) GDPR). Only the agency
 * it was given to, and for good. Doing it again changes nothing; one that the citizen withdrew stays withdrawn.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`
 */
export async function giveUpGrant(
  id: string,
  caller: string,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<void> {
  const found = await findCredential(id, powers);
  if (found.toAgent !== caller || found.kind !== 'SolidAccessGrant') {
    throw new AuthorityError('not_subject', 'Only the agency that has a grant can give it up.');
  }
  await powers.credentials.giveUp(found.id, powers.now());
}
