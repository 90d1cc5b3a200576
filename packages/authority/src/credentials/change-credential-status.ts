import type { StatusChange } from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import { checkMayWithdraw } from '../helpers/decide-as-helper.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import type { CredentialStore } from './credential-store.ts';
import { revokeCredential } from './revoke-credential.ts';
import { resumeCredential, suspendCredential } from './suspend-credential.ts';

/**
 * Does what the body of `POST status` asks, entry by entry.
 *
 * @throws {AuthorityError} `outside_help`, `not_for_helpers`, `credential_not_found`, `not_subject`, `not_suspendable`, `already_revoked`
 */
export async function changeCredentialStatus(
  { credentialId, credentialStatus }: StatusChange,
  actor: Actor,
  powers: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<void> {
  const { webId: caller, helper } = actor;
  if (helper) {
    checkMayWithdraw(await powers.credentials.find(credentialId), { ...actor, helper });
  }
  for (const { statusPurpose, status } of credentialStatus) {
    if (statusPurpose !== 'suspension') {
      await revokeCredential(credentialId, caller, powers, helper?.id);
    } else if (helper) throw new AuthorityError('not_for_helpers', 'A helper stops it, or not.');
    else if (status === '1') await suspendCredential(credentialId, caller, powers);
    else await resumeCredential(credentialId, caller, powers);
  }
}
