import type { Mandate } from './mandate.ts';

/** A document a mandate rests on, with the SHA-256 it had when it was weighed. */
export interface AttachedDocument {
  readonly url: string;
  readonly sha256: string;
}

/** The assessments, and of an act under private law the statement of the data protection officer. */
export function attachedDocuments({
  weighing,
  privateLawAct,
}: Pick<Mandate, 'weighing' | 'privateLawAct'>): readonly AttachedDocument[] {
  return [...(weighing?.assessments ?? []), ...(privateLawAct ? [privateLawAct] : [])];
}

/**
 * Compares documents as they are now with those that were weighed (Article 5(2) GDPR).
 *
 * @param digests SHA-256, in lower-case hex, of the documents that could be looked at, by URL
 */
export function compareDocuments(
  mandate: Pick<Mandate, 'weighing' | 'privateLawAct'>,
  digests: ReadonlyMap<string, string>,
): {
  readonly changed: readonly AttachedDocument[];
  readonly missing: readonly AttachedDocument[];
} {
  const attached = attachedDocuments(mandate);
  return {
    changed: attached.filter(({ url, sha256 }) => (digests.get(url) ?? sha256) !== sha256),
    missing: attached.filter(({ url }) => !digests.has(url)),
  };
}
