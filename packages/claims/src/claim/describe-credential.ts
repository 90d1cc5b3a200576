import { RDF_TYPE } from '@grondslag/vocab';
import type { WrittenTerm } from '../nquads/line.ts';
import { iriOf, literalOf } from '../nquads/written-terms.ts';
import { readStatusEntry } from '../status/status-entry.ts';
import { objectsOf, only, parseStatements, type Statements } from './statements.ts';
import { vc } from './terms.ts';

/** Statements about a subject that are told; a credential with more is not for people. */
const MAX_STATEMENTS = 200;
const MAX_DEPTH = 8;

/** One thing a credential says of its subject. */
export interface SaidOfSubject {
  /** Properties from the subject on, IRIs. */
  readonly path: readonly string[];
  /** Text of a literal, or an IRI. */
  readonly value: string;
}

/** What a credential says, for people: who says what about whom, since when, until when. */
export interface CredentialDescription {
  readonly credential?: string;
  /** IRIs, without `VerifiableCredential`. */
  readonly types: readonly string[];
  readonly issuer?: string;
  /** IRIs; of a subject without a name, nothing. */
  readonly subjects: readonly string[];
  /** As written: nothing is judged here. */
  readonly since?: string;
  readonly until?: string;
  readonly statuses: readonly {
    readonly purpose: string;
    readonly list: string;
    readonly index: number;
  }[];
  readonly says: readonly SaidOfSubject[];
}

/**
 * Describes what canonical text says, of any credential, also of kinds that the kit does not know. It is as true as
 * that text: hand it the `canonical` of a proof that holds, or say that nothing was checked.
 *
 * `undefined` when the text is not that of one credential.
 */
export function describeCredential(canonical: string): CredentialDescription | undefined {
  const statements = parseStatements(canonical);
  const root = statements && only(statements.instances(vc.VerifiableCredential));
  if (!statements || root === undefined) return undefined;
  const about = statements.about(root);
  const text = (...properties: string[]) => textOf(properties.flatMap((p) => objectsOf(about, p)));
  const subjects = objectsOf(about, vc.credentialSubject);
  const since = text(vc.validFrom, ISSUANCE_DATE);
  const until = text(vc.validUntil, EXPIRATION_DATE);
  const issuer = text(vc.issuer);
  const credential = iriOf(root);
  const says: SaidOfSubject[] = [];
  for (const subject of subjects) tell(statements, subject, [], new Set([root]), says);
  return {
    ...(credential !== undefined && { credential }),
    types: objectsOf(about, RDF_TYPE)
      .map((type) => iriOf(type) ?? type)
      .filter((type) => type !== vc.VerifiableCredential),
    ...(issuer !== undefined && { issuer }),
    subjects: subjects.flatMap((subject) => iriOf(subject) ?? []),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    statuses: objectsOf(about, vc.credentialStatus).flatMap((entry) => {
      const read = readStatusEntry(statements, entry);
      return read ? [{ purpose: read.purpose, list: read.list, index: read.index }] : [];
    }),
    says,
  };
}

/** VC Data Model 1.1. */
const ISSUANCE_DATE = 'https://www.w3.org/2018/credentials#issuanceDate';
const EXPIRATION_DATE = 'https://www.w3.org/2018/credentials#expirationDate';

/** What follows from one node on, each node once. */
function tell(
  statements: Statements,
  node: WrittenTerm,
  path: readonly string[],
  seen: Set<WrittenTerm>,
  says: SaidOfSubject[],
): void {
  if (seen.has(node) || path.length >= MAX_DEPTH) return;
  seen.add(node);
  for (const { predicate, object } of statements.about(node)) {
    if (says.length >= MAX_STATEMENTS) return;
    const property = iriOf(predicate) ?? predicate;
    const further = [...path, property];
    const value = textOf([object]);
    if (property === RDF_TYPE) continue;
    if (value !== undefined) says.push({ path: further, value });
    tell(statements, object, further, seen, says);
  }
}

function textOf(terms: readonly WrittenTerm[]): string | undefined {
  const term = only(terms) ?? '';
  return iriOf(term) ?? literalOf(term)?.value;
}
