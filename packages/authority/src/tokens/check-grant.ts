import { type AccessGrant, covers } from '@grondslag/protocol';
import type { StoredCredential } from '../credentials/credential-store.ts';
import { AuthorityError } from '../errors.ts';

/** A stored credential that is a grant. */
export interface StoredGrant extends StoredCredential {
  readonly credential: AccessGrant;
}

export function isGrant(stored: StoredCredential): stored is StoredGrant {
  return stored.kind === 'SolidAccessGrant';
}

/**
 * Checks that a grant, now, lets the caller reach every one of `resources`, for `purpose` where one is named.
 *
 * @throws {AuthorityError} `not_a_grant`, `not_recipient`, `grant_revoked`, `grant_suspended`, `grant_expired`, `grant_not_yet_valid`,
 * `resource_not_granted`, `purpose_not_granted`
 */
export function checkGrant(
  stored: StoredCredential,
  {
    caller,
    resources,
    purpose,
    now,
  }: {
    readonly caller: string;
    readonly resources: readonly string[];
    readonly purpose?: string;
    readonly now: Date;
  },
): StoredGrant {
  if (!isGrant(stored)) {
    throw new AuthorityError(
      'not_a_grant',
      'The credential is a request or a denial, not a grant.',
    );
  }
  // First: nobody else learns what became of the grant.
  if (stored.toAgent !== caller) {
    throw new AuthorityError('not_recipient', 'The access grant was given to someone else.');
  }
  if (stored.revokedAt !== undefined) {
    throw new AuthorityError('grant_revoked', 'The citizen has withdrawn the access grant.');
  }
  if (stored.suspendedAt !== undefined) {
    throw new AuthorityError(
      'grant_suspended',
      'The citizen has suspended the access grant; it may count again later.',
    );
  }
  if (stored.expiresAt !== undefined && stored.expiresAt <= now) {
    throw new AuthorityError('grant_expired', 'The access grant has ended.');
  }
  if (stored.validFrom > now) {
    throw new AuthorityError('grant_not_yet_valid', 'The access grant does not hold yet.');
  }
  const consent = stored.credential.credentialSubject.providedConsent;
  const { forPersonalData, forPurpose = [], inherit } = consent;
  const isGranted = (resource: string) =>
    forPersonalData.some((granted) => covers(granted, resource, inherit ?? true));
  if (!resources.every(isGranted)) {
    throw new AuthorityError(
      'resource_not_granted',
      'The access grant is not for the resource the ticket was given for.',
    );
  }
  if (purpose !== undefined && !forPurpose.includes(purpose)) {
    throw new AuthorityError(
      'purpose_not_granted',
      'The citizen did not allow use for this purpose. Use for what the access grant names.',
    );
  }
  return stored;
}
