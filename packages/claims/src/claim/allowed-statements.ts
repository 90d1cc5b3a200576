import { RDF_TYPE } from '@grondslag/vocab';
import type { WrittenTerm } from '../nquads/line.ts';
import { iriOf } from '../nquads/written-terms.ts';
import type { Envelope } from './envelope.ts';
import { isLiteral, isNode, type Statements } from './statements.ts';
import { schema, status, vc, written } from './terms.ts';

/** What may be said of one node: predicate as written → whether this object is right. */
export type Allowed = ReadonlyMap<WrittenTerm, (object: WrittenTerm) => boolean>;

export function allow(rules: Readonly<Record<string, (object: WrittenTerm) => boolean>>): Allowed {
  return new Map(Object.entries(rules).map(([iri, rule]) => [written(iri), rule]));
}

export const any = () => true;
export const isOneOf = (...iris: readonly string[]) => {
  const terms = new Set(iris.map(written));
  return (object: WrittenTerm) => terms.has(object);
};

const label = { [schema.name]: isLiteral, [schema.description]: isLiteral };
const issuer = allow(label);
const root = allow({
  // which types is decided by its kind of claim
  [RDF_TYPE]: any,
  [vc.issuer]: any,
  [vc.credentialSubject]: any,
  [vc.credentialStatus]: isNode,
  [vc.validFrom]: any,
  [vc.validUntil]: any,
  ...label,
});
const statusEntry = allow({
  // Another kind of entry has its own answer: status_unknown.
  [RDF_TYPE]: any,
  [status.statusPurpose]: isLiteral,
  [status.statusListIndex]: isLiteral,
  [status.statusListCredential]: any,
  [status.statusSize]: isLiteral,
  [status.statusMessage]: isNode,
  [status.statusReference]: any,
});
const statusMessage = allow({ [status.status]: isLiteral, [status.message]: isLiteral });

/**
 * The predicate of the first statement that a credential of this kind has no place for; `undefined` when there
 * is none.
 *
 * This is what makes "who may state what" hold: a source that is believed about diplomas must not be able to
 * slip an income into one, because a query sees every statement of the graph.
 *
 * @param content the subject and what it leads to, with what may be said of each
 */
export function findStray(
  statements: Statements,
  envelope: Envelope,
  content: readonly (readonly [WrittenTerm, Allowed])[],
): string | undefined {
  const about = new Map<WrittenTerm, Allowed>();
  // One node in two roles would mix what may be said of each.
  const isAnother = (node: WrittenTerm, allowed: Allowed) =>
    about.size < about.set(node, allowed).size;
  let areApart = isAnother(envelope.root, root) && isAnother(written(envelope.issuer), issuer);
  for (const [node, allowed] of content) areApart &&= isAnother(node, allowed);
  for (const entry of envelope.statuses) {
    areApart &&= isAnother(entry, statusEntry);
    for (const message of statements.objects(entry, status.statusMessage)) {
      areApart &&= isAnother(message, statusMessage);
    }
  }
  if (!areApart) return 'one node in two roles';
  let last: WrittenTerm | undefined;
  let allowed: Allowed | undefined;
  for (const { subject, predicate, object } of statements.lines) {
    // Lines of one subject follow each other.
    if (subject !== last) allowed = about.get(subject);
    last = subject;
    if (!allowed?.get(predicate)?.(object)) return iriOf(predicate);
  }
  return undefined;
}
