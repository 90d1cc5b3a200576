import { g } from '@grondslag/vocab';
import * as z from 'zod';

/** Who did something for a citizen: which helper, and by which right. The WebID stays with the authority. */
export const actedBySchema = z.strictObject({
  /** URL of the helper at the authority: only the citizen and the helper may look there. */
  helper: z.url(),
  kind: z.enum(['helper', 'representative']),
});
export type ActedBy = z.infer<typeof actedBySchema>;

/** Writes who decided for the citizen as a custom field of a decision: IRI → JSON text. */
export function actedByToFields(actedBy: ActedBy): Record<string, string> {
  return { [g.actedBy]: JSON.stringify(actedBy) };
}

/** Reads it; `undefined` where the citizen decided. The authority alone writes this field. */
export function actedByFromFields(consent: Readonly<Record<string, unknown>>): ActedBy | undefined {
  const text = consent[g.actedBy];
  if (typeof text !== 'string') return undefined;
  try {
    return actedBySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
