import { CREDENTIALS, createTerms, XSD } from '@grondslag/vocab';
import type { WrittenTerm } from '../nquads/line.ts';

/** VC Data Model, all versions. */
export const vc = createTerms(
  CREDENTIALS,
  'VerifiableCredential',
  'issuer',
  'validFrom',
  'validUntil',
  'credentialSubject',
  'credentialStatus',
);

/** Bitstring Status List 1.0. */
export const status = createTerms(
  'https://www.w3.org/ns/credentials/status#',
  'BitstringStatusListCredential',
  'BitstringStatusList',
  'BitstringStatusListEntry',
  'statusPurpose',
  'statusListIndex',
  'statusListCredential',
  'statusSize',
  'statusMessage',
  'statusReference',
  'status',
  'message',
  'encodedList',
  'ttl',
);

/** What VC 2.0 lets a credential and an issuer be called. */
export const schema = createTerms('https://schema.org/', 'name', 'description');

export const xsd = createTerms(XSD, 'string', 'date', 'dateTime', 'gYear', 'decimal', 'integer');

/** An IRI as canonical N-Quads writes it. */
export function written(iri: string): WrittenTerm {
  return `<${iri}>`;
}
