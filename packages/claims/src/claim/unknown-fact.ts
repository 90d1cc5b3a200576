import { describeCredential } from './describe-credential.ts';
import type { OtherFact } from './fact.ts';

/**
 * What a credential of a kind without a shape says, property by property: to show to whom it is about. Nobody checked
 * that it is what its kind may say. `undefined` when it is of no kind, or of several.
 *
 * @param canonical what was signed
 */
export function readUnknownFact(canonical: string): OtherFact | undefined {
  const described = describeCredential(canonical);
  const [claimType, ...others] = described?.types ?? [];
  if (!described || claimType === undefined || others.length > 0) return undefined;
  const values = described.says.flatMap(({ path, value }) => {
    const property = path.at(-1);
    return property === undefined ? [] : [[property, value] as const];
  });
  return { type: 'other', claimType, values: Object.fromEntries(values) };
}
