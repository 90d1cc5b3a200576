import { g } from '@grondslag/vocab';

/** Marks a grant as one that lets a helper read along. */
export function helperToFields(helper: string): Record<string, string> {
  return { [g.helper]: helper };
}

/** URL of the helper a grant is for; `undefined` for all grants to agencies. */
export function helperFromFields(consent: Readonly<Record<string, unknown>>): string | undefined {
  const helper = consent[g.helper];
  return typeof helper === 'string' ? helper : undefined;
}
