import { LEGAL_BASIS_V1 } from './contexts.ts';

/** Kinds of documents of `@grondslag/legal-basis`: classes of this vocabulary, each with a shape and examples. */
export type LegalBasisDocument =
  | 'Participant'
  | 'ProcessingActivity'
  | 'Weighing'
  | 'Mandate'
  | 'LawfulAccess'
  | 'LawfulAccessRequest'
  | 'EmergencyReview'
  | 'Notice'
  | 'Objection';

/**
 * The same JSON as RDF: with the context that maps its members, and its class. The documents carry neither, so that
 * their schemas stay plain (JSON-LD 1.1, 6.1, Interpreting JSON as JSON-LD).
 *
 * An empty array and none at all are the same RDF.
 */
export function asJsonLd(type: LegalBasisDocument, document: object): object {
  return { ...document, '@context': LEGAL_BASIS_V1, '@type': type };
}
