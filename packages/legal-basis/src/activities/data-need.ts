import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';

/** Why certain data may need more than a basis of Article 6(1). */
export const sensitivitySchema = z.enum(['special-category', 'criminal', 'identity-number']);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** The categories of Article 9(1) GDPR, to name them by when a citizen is asked. */
export const specialCategorySchema = z.enum([
  'ethnic-origin',
  'political-opinion',
  'belief',
  'trade-union-membership',
  'genetic',
  'biometric',
  'health',
  'sexual',
]);
export type SpecialCategory = z.infer<typeof specialCategorySchema>;

/** A kind of fact, which parts of it, and why it cannot be done without. */
export const dataNeedSchema = z.strictObject({
  /** Kind of claim, e.g. `https://w3id.org/grondslag/terms#IncomeCredential`. */
  claimType: z.url(),
  /** Properties of the statement: `["year", "amount"]`. */
  fields: z
    .array(z.string().regex(/^[A-Za-z][\w-]*$/))
    .min(1)
    .max(100),
  necessity: localTextSchema,
  /** Said by the one who registers it, beside what the kinds of fact are known for; a hidden case is still a case. */
  sensitivities: z.array(sensitivitySchema).exactOptional(),
  /** What it tells: one is enough to make it of a special category. */
  specialCategories: z.array(specialCategorySchema).exactOptional(),
});
export type DataNeed = z.infer<typeof dataNeedSchema>;

type Asked = Pick<DataNeed, 'claimType' | 'fields'>;

/** What of `asked` is not within `registered`: kinds of fact, or fields of one. */
export function beyond(asked: readonly Asked[], registered: readonly Asked[]): readonly Asked[] {
  return asked.flatMap(({ claimType, fields }) => {
    const known = registered.filter((need) => need.claimType === claimType);
    const more = fields.filter((field) => !known.some((need) => need.fields.includes(field)));
    return more.length === 0 ? [] : [{ claimType, fields: more }];
  });
}

/** Why these data are sensitive: what each need says, and what its kind of fact is known for. */
export function findSensitivities(
  dataNeeds: readonly DataNeed[],
  sensitivitiesOf: (need: DataNeed) => readonly Sensitivity[],
): ReadonlySet<Sensitivity> {
  return new Set(
    dataNeeds.flatMap((need) => [
      ...(need.sensitivities ?? []),
      ...(need.specialCategories?.length ? (['special-category'] as const) : []),
      ...sensitivitiesOf(need),
    ]),
  );
}
