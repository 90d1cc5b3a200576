import type { Correction } from '@grondslag/legal-basis';
import { covers } from '@grondslag/protocol';
import type { Opening } from '../tokens/opening.ts';

/** What of a fact a report is about; `undefined`: maybe all of it, because the citizen said it in own words. */
export function disputedFields({
  fields,
  words,
}: Pick<Correction, 'fields' | 'words'>): readonly string[] | undefined {
  if (words !== undefined || fields.length === 0) return undefined;
  return fields.map(({ name }) => name);
}

/**
 * Whether an access opens something of what is disputed in the fact at `resource`. Of fields of whatever kind of fact:
 * which kind it is, is what the report says. Of an access that is not found to open the fact, nobody can tell: it does.
 */
export function concerns(
  opening: Pick<Opening, 'resources' | 'inherit' | 'fields'> | undefined,
  resource: string,
  disputed: readonly string[] | undefined,
): boolean {
  if (disputed === undefined || opening === undefined) return true;
  const { resources, inherit, fields } = opening;
  const places = resources.filter((one) => covers(one, resource, inherit));
  if (places.length === 0) return true;
  return places.some((place) => {
    const limits = fields.get(place);
    return (
      limits === undefined ||
      Object.values(limits)
        .flat()
        .some((one) => disputed.includes(one))
    );
  });
}
