import { g } from '@grondslag/vocab';
import { type Explanation, explanationSchema } from './explanation.ts';

const fields = { needs: g.needs, purposeInWords: g.purposeInWords, otherRoute: g.otherRoute };

/** Writes an explanation as custom fields of a consent: IRI → JSON text. */
export function explanationToFields(explanation: Explanation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, iri]) => [
      iri,
      JSON.stringify(explanation[name as keyof Explanation]),
    ]),
  );
}

/**
 * Reads the explanation from the custom fields of a consent.
 *
 * `undefined` when there is none, or it is not well formed: then a request is shown without words of the agency.
 */
export function explanationFromFields(consent: Record<string, unknown>): Explanation | undefined {
  const found: Record<string, unknown> = {};
  for (const [name, iri] of Object.entries(fields)) {
    const text = consent[iri];
    if (typeof text !== 'string') return undefined;
    try {
      found[name] = JSON.parse(text);
    } catch {
      return undefined;
    }
  }
  return explanationSchema.safeParse(found).data;
}
