import { wasGivenUp } from './end-access.ts';
import type { NoAccessReason } from './errors.ts';
import type { ExchangePowers } from './exchange-grant.ts';
import { explainLawfulRefusal } from './legal-basis/explain-lawful-refusal.ts';
import { isExpired, isLawfulAccess, type Opening } from './opening.ts';
import type { Trace } from './trace.ts';

const MAX_DETAIL_CHARACTERS = 300;

/** Why no token was given, in a word a program can use and a sentence for the agency's people. */
export interface Refusal {
  readonly reason: NoAccessReason;
  readonly detail: string;
}

/**
 * Finds out why the authority refused a grant. OAuth knows only `invalid_grant`, so: past its own end date it has
 * expired; among the authority's revoked grants it was withdrawn, or given up; of lawful access the authority says where it stands; else it was refused, in the authority's words.
 */
export async function explainRefusal(
  { authority, webId, now }: Pick<ExchangePowers, 'authority' | 'webId' | 'now'>,
  grant: Opening,
  error: { error: string; error_description?: string } | undefined,
  trace?: Trace,
): Promise<Refusal> {
  if (isExpired(grant, now())) {
    return { reason: 'expired', detail: `The access ended on ${grant.expirationDate}.` };
  }
  const words = [error?.error, error?.error_description].filter((part) => part !== undefined);
  const refused: Refusal = {
    reason: 'refused',
    detail: words.join(': ').slice(0, MAX_DETAIL_CHARACTERS),
  };
  if (isLawfulAccess(grant)) {
    return (await explainLawfulRefusal(authority, grant, trace)) ?? refused;
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
    if (await wasGivenUp(authority, grant.id, trace)) {
      return { reason: 'ended', detail: 'This agency gave the access up.' };
    }
    return { reason: 'withdrawn', detail: 'The citizen has withdrawn the permission.' };
  }
  return refused;
}
