import { LAWFUL_ACCESS, type NewCredential } from '../credentials/credential-store.ts';
import type { CredentialEvent } from './event-store.ts';

/**
 * Names of the feeds in which an event is written: those of both parties, and for a change of a grant those of the
 * vault servers that serve its resources. In one order everywhere, so that two transactions never lock the same
 * feeds crosswise.
 */
export function feedsOf(
  event: CredentialEvent,
  {
    kind,
    fromAgent,
    toAgent,
    vaults,
  }: Pick<NewCredential, 'kind' | 'fromAgent' | 'toAgent' | 'vaults'>,
): readonly string[] {
  const opens = kind === 'SolidAccessGrant' || kind === LAWFUL_ACCESS;
  const forVaults = opens && event !== 'issued';
  const feeds = new Set([fromAgent, toAgent, ...(forVaults ? vaults : [])]);
  return [...feeds].sort((a, b) => (a < b ? -1 : 1));
}
