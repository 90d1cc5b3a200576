import { RDF_TYPE } from '@grondslag/vocab';
import type { Term } from '@rdfjs/types';
import * as z from 'zod';
import { isLiteral, isNode, type Node, only, type Statements } from './statements.ts';
import { vc, xsd } from './terms.ts';

/** What every credential says about itself, whatever it says of its subject. */
export interface Envelope {
  readonly root: Node;
  readonly id: string;
  /** IRIs, `VerifiableCredential` among them. */
  readonly types: readonly string[];
  readonly issuer: string;
  readonly subject: Node;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  readonly statuses: readonly Term[];
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
  if (root?.termType !== 'NamedNode') return undefined;
  const issuer = only(statements.objects(root, vc.issuer));
  const subject = only(statements.objects(root, vc.credentialSubject));
  const validFrom = readInstant(statements.objects(root, vc.validFrom));
  const until = statements.objects(root, vc.validUntil);
  const validUntil = readInstant(until);
  if (issuer?.termType !== 'NamedNode' || !isNode(subject) || !validFrom) return undefined;
  if (until.length > 0 && !validUntil) return undefined;
  return {
    root,
    id: root.value,
    types: statements.objects(root, RDF_TYPE).map((type) => type.value),
    issuer: issuer.value,
    subject,
    validFrom,
    ...(validUntil && { validUntil }),
    statuses: statements.objects(root, vc.credentialStatus),
  };
}

const instantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

function readInstant(terms: readonly Term[]): Date | undefined {
  const term = only(terms);
  if (!isLiteral(term) || term.datatype.value !== xsd.dateTime) return undefined;
  return instantSchema.safeParse(term.value).data;
}

/** Where `now` lies: `validFrom` and `validUntil` themselves are within. */
export function readValidity(
  { validFrom, validUntil }: Pick<Envelope, 'validFrom' | 'validUntil'>,
  now: Date,
): 'valid' | 'not_yet_valid' | 'expired' {
  if (now < validFrom) return 'not_yet_valid';
  return validUntil && now > validUntil ? 'expired' : 'valid';
}
