import { g } from '@grondslag/vocab';
import * as z from 'zod';

/**
 * What a named official confirms, point by point, before a public body asks for consent: without it the citizen may
 * not be free to refuse (Article 7(4) and recital 43 GDPR).
 *
 * On the wire: one custom field of the consent, `g:consentGate`, a JSON text.
 */
export const consentGateSchema = z.strictObject({
  /** The citizen may refuse with no disadvantage, and the other route is named. */
  refusalCostsNothing: z.boolean(),
  /** No law already obliges or empowers the reading. */
  noLawCoversIt: z.boolean(),
  /** In the citizen's own interest, or at the citizen's request. */
  inOwnInterest: z.boolean(),
  /** One purpose, not bundled with a decision on a benefit. */
  onePurpose: z.boolean(),
  /** Withdrawing is as easy as giving, on screen and on paper. */
  easyToWithdraw: z.boolean(),
  /** The advice of the data protection officer is attached. */
  adviceAttached: z.boolean(),
  confirmedBy: z.strictObject({
    name: z.string().min(2).max(200),
    role: z.string().min(2).max(200),
  }),
});
export type ConsentGate = z.infer<typeof consentGateSchema>;

/** Writes it as a custom field of a consent: IRI → JSON text. */
export function consentGateToFields(gate: ConsentGate): Record<string, string> {
  return { [g.consentGate]: JSON.stringify(gate) };
}

/** Reads it from the custom fields of a consent; `undefined` when it is not there, or is not well formed. */
export function consentGateFromFields(
  consent: Readonly<Record<string, unknown>>,
): ConsentGate | undefined {
  const text = consent[g.consentGate];
  if (typeof text !== 'string') return undefined;
  try {
    return consentGateSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
