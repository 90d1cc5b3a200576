import { covers, sharedFieldsFromFields } from '@grondslag/protocol';
import { acl } from '@grondslag/vocab';
import { AuthorityError } from '../errors.ts';
import type { AskedCredential } from './asked-credential.ts';

/**
 * Checks that a grant which names fields can be kept to: each fact once, one of its resources, within no other of them,
 * and to read only. A field can be left out of what is read, not of what is written. Of a container it is the fields of
 * all facts of one kind there: who answers on paper names no single facts.
 *
 * @throws {AuthorityError} `invalid_credential`
 */
export function checkSharedFields({ kind, customFields, modes, resources }: AskedCredential): void {
  if (kind !== 'SolidAccessGrant') return;
  const shared = sharedFieldsFromFields(customFields);
  if (!shared) throw invalid('should be a JSON list of {resource, claimType, fields}');
  if (shared.length === 0) return;
  if (modes.some((mode) => mode !== acl.Read)) throw invalid('goes with the mode Read alone');
  const named = shared.map(({ resource }) => resource);
  if (new Set(named).size !== named.length) throw invalid('should name each resource once');
  for (const fact of named) {
    const within = resources.filter((one) => one !== fact && covers(one, fact));
    if (!resources.includes(fact) || within.length > 0) {
      throw invalid('should name what is in forPersonalData, and in no other container there');
    }
  }
}

function invalid(expected: string): AuthorityError {
  return new AuthorityError('invalid_credential', `providedConsent.sharedFields ${expected}.`);
}
