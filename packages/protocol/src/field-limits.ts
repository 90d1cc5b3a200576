import { g } from '@grondslag/vocab';
import * as z from 'zod';

const fieldNamesSchema = z.array(z.string().regex(/^[A-Za-z][\w-]*$/)).max(100);

/** Kind of claim → the fields of it that may be read: `{"…#IncomeCredential": ["year"]}`. */
export const fieldLimitsSchema = z.record(z.url(), fieldNamesSchema);
export type FieldLimits = z.infer<typeof fieldLimitsSchema>;

/** Of one fact that a grant names, the fields that the citizen shares. */
export const sharedFieldsSchema = z.strictObject({
  /** One of the grant's `forPersonalData`. */
  resource: z.url(),
  /** Kind of fact it was when the citizen decided; should it become another, nothing of it is shared. */
  claimType: z.url(),
  fields: fieldNamesSchema.min(1),
});
export type SharedFields = z.infer<typeof sharedFieldsSchema>;

const listSchema = z.array(sharedFieldsSchema).min(1).max(1_000);

/** Writes the fields a citizen shares as a custom field of a grant: IRI → JSON text. */
export function sharedFieldsToFields(shared: readonly SharedFields[]): Record<string, string> {
  return shared.length === 0 ? {} : { [g.sharedFields]: JSON.stringify(shared) };
}

/**
 * Reads from a consent which fields are shared of which facts; of a fact that is not named, all.
 *
 * `undefined` when it cannot be read: then nobody knows, and nothing may be shared.
 */
export function sharedFieldsFromFields(
  consent: Readonly<Record<string, unknown>>,
): readonly SharedFields[] | undefined {
  const text = consent[g.sharedFields];
  if (text === undefined) return [];
  if (typeof text !== 'string') return undefined;
  try {
    return listSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
