import type { SharedFields } from '@grondslag/protocol';
import { fieldsOf } from '../facts/fact-view.ts';
import { kindOf } from '../facts/shown-fact.ts';
import type { Asked, AskedFact } from './sort-asked-facts.ts';

/** The fields of a ticked fact that are shared: all of it when it is not in the list. */
export function sharedOf(shared: readonly SharedFields[], view: AskedFact): readonly string[] {
  return shared.find(({ resource }) => resource === view.resource)?.fields ?? allFieldsOf(view);
}

/** All fields of a fact; of a kind of fact that is asked where no fact is seen, those that are asked. */
export function allFieldsOf({ fact, asked }: AskedFact): readonly string[] {
  return fact ? fieldsOf(fact) : asked;
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
  const claimType = kindOf(fact)?.[0];
  if (!isDivisible || claimType === undefined || kept.length === all.length) return others;
  return [...others, { resource, claimType, fields: kept }];
}

/**
 * Of the ticked facts that cannot be divided, and of which less was asked, all that they have. A grant says so: of what
 * it does not name, the authority opens no more than was asked.
 */
export function wholesOf(
  { needs }: Pick<Asked, 'needs'>,
  ticked: readonly string[],
): readonly SharedFields[] {
  return needs
    .flatMap(({ facts }) => facts)
    .flatMap(({ resource, fact, isDivisible, asked }) => {
      const claimType = kindOf(fact)?.[0];
      const fields = fieldsOf(fact);
      const isMore = !isDivisible && asked.length < fields.length && ticked.includes(resource);
      return isMore && claimType !== undefined
        ? [{ resource, claimType, fields: [...fields] }]
        : [];
    });
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
