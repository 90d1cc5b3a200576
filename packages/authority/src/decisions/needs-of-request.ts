import type { DataNeed } from '@grondslag/legal-basis';
import { type ClaimType, claimTypes, type Explanation, factContainers } from '@grondslag/protocol';

/** Of a need that names no parts, in an activity that is not registered: all of the fact. */
const ALL = ['all'];

/**
 * The kinds of fact a request for consent is about: those the agency explains, and those it asks for without a word.
 *
 * @param registered which parts belong to a kind of fact that is explained without parts, and what is sensitive
 */
export function needsOfRequest(
  resources: readonly string[],
  explanation: Explanation | undefined,
  registered: readonly DataNeed[],
): DataNeed[] {
  const fieldsOf = (claimType: string) => {
    const fields = registered
      .filter((need) => need.claimType === claimType)
      .flatMap((need) => need.fields);
    return fields.length === 0 ? ALL : fields;
  };
  const sensitive = (claimType: string): Pick<DataNeed, 'sensitivities' | 'specialCategories'> => {
    const own = registered.filter((need) => need.claimType === claimType);
    const sensitivities = own.flatMap((need) => need.sensitivities ?? []);
    const specialCategories = own.flatMap((need) => need.specialCategories ?? []);
    return {
      ...(sensitivities.length > 0 && { sensitivities }),
      ...(specialCategories.length > 0 && { specialCategories }),
    };
  };
  const explained = (explanation?.needs ?? []).map(({ claimType, fields, reason }) => ({
    claimType,
    fields: fields ?? fieldsOf(claimType),
    necessity: reason,
    ...sensitive(claimType),
  }));
  const known = new Set(explained.map(({ claimType }) => claimType));
  const silent = kindsIn(resources)
    .filter((claimType) => !known.has(claimType))
    .map((claimType) => ({
      ...{ claimType, fields: fieldsOf(claimType), necessity: { nl: '–' } },
      ...sensitive(claimType),
    }));
  return [...explained, ...silent];
}

/** Kinds of fact whose containers these are, or are in. */
export function kindsIn(resources: readonly string[]): readonly ClaimType[] {
  return claimTypes.filter((claimType) =>
    resources.some((resource) => resource.includes(`/${factContainers[claimType]}`)),
  );
}
