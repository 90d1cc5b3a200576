import { helperFromFields } from '@grondslag/protocol';
import type { StoredCredential } from '../credentials/credential-store.ts';
import { isAccess } from '../credentials/credential-store.ts';
import { isInSight } from './helper.ts';
import type { Actor } from './identify-actor.ts';

/**
 * Whether who asks may see this request or decision: a helper only what is about the themes and the facts that are
 * shown, and of the grants to helpers only their own. What a citizen does as an agency is nobody's help.
 */
export function seesCredential({ webId, helper }: Actor, stored: StoredCredential): boolean {
  if (helper === undefined) return true;
  if (!isAccess(stored)) return false;
  const subject = stored.credential.credentialSubject;
  if ('hasConsent' in subject) {
    return stored.toAgent === webId && isInSight(helper, subject.hasConsent.forPersonalData);
  }
  const { providedConsent } = subject;
  const isOfOther = (helperFromFields(providedConsent) ?? helper.id) !== helper.id;
  return (
    !isOfOther && stored.fromAgent === webId && isInSight(helper, providedConsent.forPersonalData)
  );
}
