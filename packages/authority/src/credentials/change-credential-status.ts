import type { StatusChange } from '@grondslag/protocol';
import type { CredentialStore } from './credential-store.ts';
import { revokeCredential } from './revoke-credential.ts';
import { resumeCredential, suspendCredential } from './suspend-credential.ts';

/**
 * Does what the body of `POST status` asks, entry by entry.
 *
 * @throws {AuthorityError} `credential_not_found`, `not_subject`, `not_suspendable`, `already_revoked`
 */
export async function changeCredentialStatus(
  { credentialId, credentialStatus }: StatusChange,
  caller: string,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<void> {
  for (const { statusPurpose, status } of credentialStatus) {
    if (statusPurpose !== 'suspension') await revokeCredential(credentialId, caller, powers);
    else if (status === '1') await suspendCredential(credentialId, caller, powers);
    else await resumeCredential(credentialId, caller, powers);
  }
}
