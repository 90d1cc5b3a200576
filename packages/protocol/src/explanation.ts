import * as z from 'zod';

const wordsSchema = z.string().min(1).max(600);

/** Words of an agency, for people: plain text, Dutch always. */
export const localTextSchema = z.strictObject({
  nl: wordsSchema,
  en: wordsSchema.exactOptional(),
  fr: wordsSchema.exactOptional(),
  de: wordsSchema.exactOptional(),
});
export type LocalText = z.infer<typeof localTextSchema>;

/** One fact or kind of fact an agency asks for, and why. */
export const needSchema = z.strictObject({
  /** One of the request's `forPersonalData`: a fact, or a container of facts. */
  resource: z.url(),
  /** Kind of claim, e.g. `https://w3id.org/grondslag/terms#IncomeCredential`. */
  claimType: z.url(),
  /** Parts of the fact that are used: `["year", "amount"]`; left out: those that are registered. */
  fields: z
    .array(z.string().regex(/^[A-Za-z][\w-]*$/))
    .min(1)
    .max(100)
    .exactOptional(),
  reason: localTextSchema,
  /** How old the fact may be, in days since its source stated it; left out: as old as its dates allow. */
  maxAgeDays: z.int().min(1).max(36_500).exactOptional(),
  /** Whether the question cannot be answered without it, and the `fields` it names; `reason` says why. */
  required: z.boolean(),
});
export type Need = z.infer<typeof needSchema>;

/** The way to the same service without a vault. Every request names one. */
export const otherRouteSchema = z.strictObject({
  text: localTextSchema,
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  phone: z.string().min(3).max(40).exactOptional(),
});
export type OtherRoute = z.infer<typeof otherRouteSchema>;

/**
 * What an access request says to the citizen, beyond resources and modes.
 *
 * On the wire: three custom fields of the consent, each a JSON text, because the access-grant libraries
 * read only strings, numbers and booleans there.
 */
export const explanationSchema = z.strictObject({
  needs: z.array(needSchema).min(1).max(50),
  purposeInWords: localTextSchema,
  otherRoute: otherRouteSchema,
});
export type Explanation = z.infer<typeof explanationSchema>;
