import { RDF_TYPE } from '@grondslag/vocab';
import { literalOf } from '../nquads/written-terms.ts';
import { type Allowed, allow, any, findStray, isOneOf } from './allowed-statements.ts';
import type { ClaimKind } from './claim-kinds.ts';
import type { Envelope } from './envelope.ts';
import { type Fact, factOf, type PartOfFact, partOfFactOf } from './fact.ts';
import { isLiteral, isNode, only, type Statements } from './statements.ts';

export type FactReading<Read extends PartOfFact = Fact> =
  | { readonly read: true; readonly fact: Read }
  /** `detail` names a property, never a value. */
  | { readonly read: false; readonly detail: string };

/** Reads the one fact of a credential, and makes sure it has the shape of its kind and says nothing else. */
export function readFact(statements: Statements, envelope: Envelope, kind: ClaimKind): FactReading {
  return readBy(kind.check, factOf, statements, envelope, kind);
}

/** As `readFact`, of a credential of which a part is shown: at least one of the fields. */
export function readPartOfFact(
  statements: Statements,
  envelope: Envelope,
  kind: ClaimKind,
): FactReading<PartOfFact> {
  return readBy(kind.checkPart, partOfFactOf, statements, envelope, kind);
}

function readBy<Read extends PartOfFact>(
  check: ClaimKind['check'],
  make: (claimType: string, values: ReadonlyMap<string, string>) => Read | undefined,
  statements: Statements,
  envelope: Envelope,
  kind: ClaimKind,
): FactReading<Read> {
  const violation = check(envelope.subject, statements);
  if (violation) return unread(`${violation.path ?? 'its subject'}: ${violation.constraint}`);
  const node = only(statements.objects(envelope.subject, kind.link));
  if (!isNode(node)) return unread(`expected one ${kind.link}`);
  const { subject, fields } = allowedIn(kind);
  const stray = findStray(statements, envelope, [
    [envelope.subject, subject],
    [node, fields],
  ]);
  if (stray !== undefined) return unread(`says more than its kind of claim: ${stray}`);

  const values = new Map<string, string>();
  for (const property of kind.fields.keys()) {
    const literal = literalOf(only(statements.objects(node, property)) ?? '');
    if (literal) values.set(property, literal.value);
  }
  const fact = make(kind.claimType, values);
  return fact ? { read: true, fact } : unread('a value is not well formed');
}

function unread(detail: string): Extract<FactReading, { read: false }> {
  return { read: false, detail };
}

interface AllowedInFact {
  readonly subject: Allowed;
  readonly fields: Allowed;
}
const kept = new WeakMap<ClaimKind, AllowedInFact>();

/** Made once for each kind of claim. */
function allowedIn(kind: ClaimKind): AllowedInFact {
  const known = kept.get(kind);
  if (known) return known;
  const fields = [...kind.fields.keys()].map((property) => [property, isLiteral] as const);
  const made = {
    subject: allow({ [kind.link]: any }),
    fields: allow({ [RDF_TYPE]: isOneOf(kind.nodeType), ...Object.fromEntries(fields) }),
  };
  kept.set(kind, made);
  return made;
}
