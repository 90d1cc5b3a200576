import type { AccessRequest } from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import type { AskedCredential } from './asked-credential.ts';

/** How far the clock of a caller may be ahead. */
const CLOCK_TOLERANCE_MILLISECONDS = 300_000;

/** When a credential begins and ends to be valid; without an end it stays until it is revoked. */
export interface Validity {
  readonly validFrom: Date;
  readonly expiresAt?: Date;
}

/**
 * The dates a credential is signed with. The caller may choose them, within limits; a grant always ends, at most
 * a year from now and no later than the request it was checked against.
 *
 * @param linked the request it decides on, when that is known
 * @param ends the latest end, when the linked request limits it
 * @throws {AuthorityError} `issuance_…` and `expiry_…` codes
 */
export function chooseDates(
  { kind, issuanceDate, expirationDate }: AskedCredential,
  now: Date,
  { linked, ends }: { readonly linked?: AccessRequest; readonly ends?: Date } = {},
): Validity {
  const validFrom = issuanceDate ?? now;
  checkStart(validFrom, now, linked);
  const inAYear = addYears(now, 1);
  if (expirationDate !== undefined) checkEnd(expirationDate, validFrom, now, inAYear);
  const latest = ends !== undefined && ends < inAYear ? ends : inAYear;
  const expiresAt = expirationDate ?? (kind === 'SolidAccessGrant' ? latest : undefined);
  return { validFrom, ...(expiresAt && { expiresAt }) };
}

function checkStart(validFrom: Date, now: Date, linked: AccessRequest | undefined): void {
  if (validFrom.getTime() > now.getTime() + CLOCK_TOLERANCE_MILLISECONDS) {
    throw new AuthorityError(
      'issuance_in_future',
      'issuanceDate is more than 5 minutes ahead; leave it out or check your clock.',
    );
  }
  if (linked !== undefined && validFrom < new Date(linked.issuanceDate)) {
    throw new AuthorityError(
      'issuance_before_request',
      'issuanceDate is before that of the request.',
    );
  }
  if (validFrom < addYears(now, -1)) {
    throw new AuthorityError('issuance_too_old', 'issuanceDate is more than a year ago.');
  }
}

function checkEnd(end: Date, validFrom: Date, now: Date, inAYear: Date): void {
  if (end <= now) throw new AuthorityError('expiry_in_past', 'expirationDate is in the past.');
  if (end.getTime() > inAYear.getTime() + CLOCK_TOLERANCE_MILLISECONDS) {
    throw new AuthorityError('expiry_too_far', 'expirationDate is more than a year ahead.');
  }
  if (end <= validFrom) {
    throw new AuthorityError('expiry_before_issuance', 'expirationDate is before issuanceDate.');
  }
}

function addYears(date: Date, years: number): Date {
  const moved = new Date(date);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved;
}
