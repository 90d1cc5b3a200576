import { g } from '@grondslag/vocab';
import * as z from 'zod';

const kindsSchema = z.array(z.url()).max(50);

/**
 * Writes to which kinds of facts of special categories the citizen said yes apart and explicitly (Article 9(2)(a) GDPR),
 * as a custom field of the consent: IRI → JSON text.
 */
export function explicitConsentToFields(kinds: readonly string[]): Record<string, string> {
  return kinds.length === 0 ? {} : { [g.explicitConsent]: JSON.stringify(kinds) };
}

/** Reads them from the custom fields of a consent; none when it is not there, or is not well formed. */
export function explicitConsentFromFields(
  consent: Readonly<Record<string, unknown>>,
): readonly string[] {
  const text = consent[g.explicitConsent];
  if (typeof text !== 'string') return [];
  try {
    return kindsSchema.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
