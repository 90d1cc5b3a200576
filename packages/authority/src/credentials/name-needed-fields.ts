import { explanationFromFields } from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import { currentActivity } from '../register/current-activity.ts';
import type { RegisterStore } from '../register/register-store.ts';
import type { AskedCredential } from './asked-credential.ts';

/**
 * A request to read in which a need that names no fields has those that its processing activity registers now.
 *
 * Written into what is signed, so that the citizen's app, the token and the agency go by the same, also after the
 * register has another version.
 */
export async function nameNeededFields(
  asked: AskedCredential,
  register: Pick<RegisterStore, 'findActivity'>,
  now: Date,
): Promise<AskedCredential> {
  const { kind, modes, customFields } = asked;
  const activity = customFields[g.processingActivity];
  const needs = explanationFromFields(customFields)?.needs;
  if (kind !== 'SolidAccessRequest' || !modes.includes(acl.Read)) return asked;
  if (typeof activity !== 'string') return asked;
  if (!needs?.some(({ fields }) => fields === undefined)) return asked;
  const registered = currentActivity(await register.findActivity(activity), now)?.dataNeeds ?? [];
  const named = needs.map((need) => {
    const own = registered.filter(({ claimType }) => claimType === need.claimType);
    if (need.fields !== undefined || own.length === 0) return need;
    return { ...need, fields: [...new Set(own.flatMap(({ fields }) => fields))] };
  });
  return { ...asked, customFields: { ...customFields, [g.needs]: JSON.stringify(named) } };
}
