import { type AccessRequest, covers } from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import type { AskedCredential } from './asked-credential.ts';
import type { StoredCredential } from './credential-store.ts';

/** A stored credential that is a request. */
export interface StoredRequest extends StoredCredential {
  readonly credential: AccessRequest;
}

export function isRequest(stored: StoredCredential | undefined): stored is StoredRequest {
  return stored?.kind === 'SolidAccessRequest';
}

/**
 * Checks that a decision answers `request`, and that it allows no more than was asked. Whether the request still
 * waits is checked again when the decision is stored.
 *
 * @throws {AuthorityError} with the rule that is broken as its code
 */
export function checkLinkedRequest(
  decision: AskedCredential,
  request: StoredRequest,
  caller: string,
  now: Date,
): void {
  if (request.toAgent !== caller) {
    throw new AuthorityError(
      'request_not_addressed_to_caller',
      'Only the citizen who was asked can decide on this request.',
    );
  }
  if (request.fromAgent !== decision.toAgent) {
    throw new AuthorityError(
      'recipient_not_requestor',
      'isProvidedTo should be the agency that made the request.',
    );
  }
  checkPending(request, now);
  checkExtent(decision, request);
}

function checkPending({ revokedAt, expiresAt }: StoredRequest, now: Date): void {
  if (revokedAt !== undefined) throw requestCanceled();
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new AuthorityError('request_expired', 'The time to decide on this request is over.');
  }
}

function checkExtent(decision: AskedCredential, request: StoredRequest): void {
  const asked = request.credential.credentialSubject.hasConsent;
  const { modes, resources, purposes = [], inherit = true, expirationDate, kind } = decision;
  if (!modes.every((mode) => asked.mode.includes(mode))) {
    throw exceeds('mode_not_requested', 'mode');
  }
  const askedBelow = asked.inherit ?? true;
  if (
    !resources.every((one) => asked.forPersonalData.some((any) => covers(any, one, askedBelow)))
  ) {
    throw exceeds('resource_not_requested', 'forPersonalData');
  }
  // A denial allows nothing, and the libraries do not copy `inherit` into it.
  const isGrant = kind === 'SolidAccessGrant';
  if (isGrant && inherit && !askedBelow && resources.some((one) => one.endsWith('/'))) {
    throw exceeds('inheritance_not_requested', 'inherit');
  }
  if (!purposes.every((purpose) => asked.forPurpose?.includes(purpose))) {
    throw exceeds('purpose_not_requested', 'forPurpose');
  }
  const { expiresAt } = request;
  if (expirationDate !== undefined && expiresAt !== undefined && expirationDate > expiresAt) {
    throw exceeds('expiry_later_than_requested', 'expirationDate');
  }
}

function exceeds(code: AuthorityError['code'], member: string): AuthorityError {
  return new AuthorityError(code, `${member} goes beyond what the request asks.`);
}

export function requestCanceled(): AuthorityError {
  return new AuthorityError('request_canceled', 'The agency has taken this request back.');
}
