import type { AccessRequest } from './access-credential.ts';
import { explanationFromFields } from './explanation-fields.ts';
import type { FieldLimits } from './field-limits.ts';
import { covers } from './resource-coverage.ts';

/**
 * What a request asks of the facts at each of these resources, and at each it names below them: resource → kind of
 * fact → fields. One that is not in the map is asked as it is: no need reaches it, or one that does names no fields.
 *
 * @param inherit whether `resources` stand for what is below them
 */
export function askedLimits(
  request: AccessRequest,
  resources: readonly string[],
  inherit: boolean,
): ReadonlyMap<string, FieldLimits> {
  const { hasConsent } = request.credentialSubject;
  const needs = explanationFromFields(hasConsent)?.needs ?? [];
  const below = needs
    .map(({ resource }) => resource)
    .filter((named) => resources.some((one) => covers(one, named, inherit)));
  const limits = new Map<string, FieldLimits>();
  for (const resource of new Set([...resources, ...below])) {
    const reaching = needs.filter((need) =>
      covers(need.resource, resource, hasConsent.inherit ?? true),
    );
    if (reaching.length === 0 || reaching.some(({ fields }) => fields === undefined)) continue;
    const ofKinds: FieldLimits = {};
    for (const { claimType, fields = [] } of reaching) {
      ofKinds[claimType] = [...new Set([...(ofKinds[claimType] ?? []), ...fields])];
    }
    limits.set(resource, ofKinds);
  }
  return limits;
}
