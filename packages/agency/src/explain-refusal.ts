import type { AccessGrant } from '@grondslag/protocol';
import type { NoAccessReason } from './errors.ts';
import type { ExchangePowers } from './exchange-grant.ts';
import type { Trace } from './trace.ts';

const MAX_DETAIL_CHARACTERS = 300;

/** Why no token was given, in a word a program can use and a sentence for the agency's people. */
export interface Refusal {
  readonly reason: NoAccessReason;
  readonly detail: string;
}

/**
 * Finds out why the authority refused a grant. OAuth knows only `invalid_grant`, so: past its own end date it has
 * expired; among the authority's revoked grants it was withdrawn; else it was refused, in the authority's words.
 */
export async function explainRefusal(
  { authority, webId, now }: Pick<ExchangePowers, 'authority' | 'webId' | 'now'>,
  grant: AccessGrant,
  error: { error: string; error_description?: string } | undefined,
  trace?: Trace,
): Promise<Refusal> {
  if (isExpired(grant, now())) {
    return { reason: 'expired', detail: `The permission ended on ${grant.expirationDate}.` };
  }
  const revoked = await authority.query(
    {
      type: 'SolidAccessGrant',
      status: 'Revoked',
      fromAgent: grant.credentialSubject.id,
      toAgent: webId,
    },
    trace,
  );
  if (revoked.some(({ id }) => id === grant.id)) {
    return { reason: 'withdrawn', detail: 'The citizen has withdrawn the permission.' };
  }
  const words = [error?.error, error?.error_description].filter((part) => part !== undefined);
  return { reason: 'refused', detail: words.join(': ').slice(0, MAX_DETAIL_CHARACTERS) };
}

/** Whether a grant is past its own end date. */
export function isExpired(grant: AccessGrant, now: Date): boolean {
  return grant.expirationDate !== undefined && new Date(grant.expirationDate) <= now;
}
