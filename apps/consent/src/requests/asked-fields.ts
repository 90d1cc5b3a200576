import { type AccessRequest, covers, explanationFromFields, type Need } from '@grondslag/protocol';

/** What of a fact an agency asks. */
export interface AskedFields {
  /** Fields that it asks; nothing else is shared unless the fact cannot be divided. */
  readonly asked: readonly string[];
  /** Those among them that it says it cannot do without. */
  readonly needed: readonly string[];
}

/** Whether a request reaches this resource. */
export function isAsked(request: AccessRequest, resource: string): boolean {
  const { forPersonalData, inherit } = request.credentialSubject.hasConsent;
  return forPersonalData.some((asked) => covers(asked, resource, inherit ?? true));
}

/** Needs the agency explained, as far as the request really asks for them. */
export function explainedNeeds(request: AccessRequest): readonly Need[] {
  const { hasConsent } = request.credentialSubject;
  const explanation = explanationFromFields(hasConsent);
  return (explanation?.needs ?? []).filter((need) => isAsked(request, need.resource));
}

/**
 * Which fields are asked of the fact at `resource`, of those it has. All when no need of it names any. A need that
 * cannot be missed makes needed what it names, and nothing else: of a fact that is asked as it is, the citizen chooses.
 */
export function askedFieldsOf(
  request: AccessRequest,
  resource: string,
  fields: readonly string[],
): AskedFields {
  const { inherit = true } = request.credentialSubject.hasConsent;
  const needs = explainedNeeds(request).filter((need) => covers(need.resource, resource, inherit));
  const named = needs.flatMap((need) => need.fields ?? []);
  const isAll = needs.length === 0 || needs.some((need) => need.fields === undefined);
  const needed = needs.flatMap((need) => (need.required ? (need.fields ?? []) : []));
  return {
    asked: isAll ? fields : fields.filter((name) => named.includes(name)),
    needed: fields.filter((name) => needed.includes(name)),
  };
}
