import type { SharedFields } from '@grondslag/protocol';
import { fieldsOf, kindOfFact } from '../facts/fact-view.ts';
import type { AskedFact } from './sort-asked-facts.ts';

/** The fields of a ticked fact that are shared: all of it when it is not in the list. */
export function sharedOf(shared: readonly SharedFields[], view: AskedFact): readonly string[] {
  return shared.find(({ resource }) => resource === view.resource)?.fields ?? fieldsOf(view.fact);
}

/** The list with these fields of one fact, and no more; a fact of which all is shared is not in it. */
export function shareFields(
  shared: readonly SharedFields[],
  { resource, fact, isDivisible }: AskedFact,
  fields: readonly string[],
): readonly SharedFields[] {
  const others = shared.filter((one) => one.resource !== resource);
  const all = fieldsOf(fact);
  const kept = all.filter((name) => fields.includes(name));
  const claimType = kindOfFact(fact);
  if (!isDivisible || claimType === undefined || kept.length === all.length) return others;
  return [...others, { resource, claimType, fields: kept }];
}

/** Whether nothing is left of one of the ticked facts. */
export function isEmptyShare({
  facts,
  shared,
}: {
  readonly facts: readonly string[];
  readonly shared: readonly SharedFields[];
}): boolean {
  return shared.some(({ resource, fields }) => fields.length === 0 && facts.includes(resource));
}
