import { RDF_TYPE } from '@grondslag/vocab';
import type { WrittenTerm } from '../nquads/line.ts';
import { iriOf, literalOf } from '../nquads/written-terms.ts';
import { datatypes } from '../shape/datatypes.ts';
import { isIri, isNode, objectsOf, only, type Statements } from './statements.ts';
import { vc, xsd } from './terms.ts';

/** What every credential says about itself, whatever it says of its subject. */
export interface Envelope {
  readonly root: WrittenTerm;
  readonly id: string;
  /** IRIs, `VerifiableCredential` among them. */
  readonly types: readonly string[];
  readonly issuer: string;
  readonly subject: WrittenTerm;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  readonly statuses: readonly WrittenTerm[];
}

/**
 * Reads the envelope from the signed statements.
 *
 * `undefined` when there is not exactly one credential with one id, issuer, subject and `validFrom`.
 *
 * @see {@link https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts | VC Data Model 2.0, 4}
 */
export function readEnvelope(statements: Statements): Envelope | undefined {
  const root = only(statements.instances(vc.VerifiableCredential));
  const id = root && iriOf(root);
  if (root === undefined || id === undefined) return undefined;
  const about = statements.about(root);
  const issuer = only(objectsOf(about, vc.issuer));
  const subject = only(objectsOf(about, vc.credentialSubject));
  const validFrom = readInstant(objectsOf(about, vc.validFrom));
  const until = objectsOf(about, vc.validUntil);
  const validUntil = readInstant(until);
  if (!isIri(issuer) || !isNode(subject) || !validFrom) return undefined;
  if (until.length > 0 && !validUntil) return undefined;
  return {
    root,
    id,
    // a type that is no IRI stays as it is written: it is no kind of claim
    types: objectsOf(about, RDF_TYPE).map((type) => iriOf(type) ?? type),
    issuer: issuer.slice(1, -1),
    subject,
    validFrom,
    ...(validUntil && { validUntil }),
    statuses: objectsOf(about, vc.credentialStatus),
  };
}

/** Four digits of year, and a zone: without one it is no instant. */
const INSTANT = /^\d{4}-[\d:T.-]+(?:Z|[+-]\d\d:\d\d)$/;
const isDateTime = datatypes.get(xsd.dateTime) as (text: string) => boolean;

/** Written instant → milliseconds: sources date many credentials alike. */
const instants = new Map<WrittenTerm, number>();
const MAX_INSTANTS = 1_000;
const MAX_KEPT = 100;

function readInstant(terms: readonly WrittenTerm[]): Date | undefined {
  const term = only(terms) ?? '';
  const known = instants.get(term);
  if (known !== undefined) return new Date(known);
  const instant = parseInstant(term);
  if (instant && term.length <= MAX_KEPT) {
    if (instants.size >= MAX_INSTANTS) instants.clear();
    instants.set(term, instant.getTime());
  }
  return instant;
}

function parseInstant(term: WrittenTerm): Date | undefined {
  const literal = literalOf(term);
  if (literal?.datatype !== xsd.dateTime) return undefined;
  if (!INSTANT.test(literal.value) || !isDateTime(literal.value)) return undefined;
  const instant = new Date(literal.value);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** Where `now` lies: `validFrom` and `validUntil` themselves are within. */
export function readValidity(
  { validFrom, validUntil }: Pick<Envelope, 'validFrom' | 'validUntil'>,
  now: Date,
): 'valid' | 'not_yet_valid' | 'expired' {
  if (now < validFrom) return 'not_yet_valid';
  return validUntil && now > validUntil ? 'expired' : 'valid';
}
