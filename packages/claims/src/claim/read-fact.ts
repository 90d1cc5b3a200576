import { RDF_TYPE } from '@grondslag/vocab';
import type { Term } from '@rdfjs/types';
import type { Envelope } from './envelope.ts';
import { type ClaimShape, type Fact, factSchema } from './fact.ts';
import { isIri, isLiteral, isNode, keyOf, type Node, only, type Statements } from './statements.ts';
import { schema, status, vc } from './terms.ts';

export type FactReading =
  | { readonly read: true; readonly fact: Fact }
  /** `detail` names a property, never a value. */
  | { readonly read: false; readonly detail: string };

/**
 * Reads the one fact of a credential, and makes sure it says nothing else.
 *
 * The second half is what makes "who may state what" hold: a source that is believed about diplomas must not
 * be able to slip an income into one, because a query sees every statement of the graph.
 */
export function readFact(
  statements: Statements,
  envelope: Envelope,
  shape: ClaimShape,
): FactReading {
  const node = only(statements.objects(envelope.subject, shape.link));
  if (!isNode(node)) return unread(`expected one ${shape.link}`);

  const values: Record<string, string> = { type: shape.type };
  for (const [name, { property, datatype }] of Object.entries(shape.fields)) {
    const term = only(statements.objects(node, property));
    if (!isLiteral(term) || term.datatype.value !== datatype) {
      return unread(`expected one ${property} of ${datatype}`);
    }
    values[name] = term.value;
  }
  const stray = findStray(statements, envelope, shape, node);
  if (stray !== undefined) return unread(`says more than its kind of claim: ${stray}`);
  const fact = factSchema.safeParse(values).data;
  return fact ? { read: true, fact } : unread('a value is not well formed');
}

function unread(detail: string): FactReading {
  return { read: false, detail };
}

type Allowed = Readonly<Record<string, (object: Term) => boolean>>;
const any = () => true;
const isOneOf =
  (...iris: readonly string[]) =>
  (object: Term) =>
    iris.some((iri) => isIri(object, iri));

/** The predicate of the first statement that a credential of this kind has no place for. */
function findStray(
  statements: Statements,
  envelope: Envelope,
  shape: ClaimShape,
  fact: Node,
): string | undefined {
  const about = new Map<string, Allowed>();
  const claimType = envelope.types.filter((type) => type !== vc.VerifiableCredential);
  const label = { [schema.name]: isLiteral, [schema.description]: isLiteral };
  const roles: [Term, Allowed][] = [
    [
      envelope.root,
      {
        [RDF_TYPE]: isOneOf(vc.VerifiableCredential, ...claimType),
        [vc.issuer]: any,
        [vc.credentialSubject]: any,
        [vc.credentialStatus]: isNode,
        [vc.validFrom]: any,
        [vc.validUntil]: any,
        ...label,
      },
    ],
    [{ termType: 'NamedNode', value: envelope.issuer } as Term, label],
    [envelope.subject, { [shape.link]: any }],
    [fact, { [RDF_TYPE]: isOneOf(shape.nodeType), ...literals(shape) }],
    ...envelope.statuses.map((entry): [Term, Allowed] => [entry, statusEntry]),
  ];
  for (const [node, allowed] of roles) {
    // One node in two roles would mix what may be said of each.
    if (about.has(keyOf(node))) return 'one node in two roles';
    about.set(keyOf(node), allowed);
  }
  const stray = statements.quads.find(
    ({ subject, predicate, object }) => !about.get(keyOf(subject))?.[predicate.value]?.(object),
  );
  return stray?.predicate.value;
}

function literals(shape: ClaimShape): Allowed {
  return Object.fromEntries(
    Object.values(shape.fields).map((field) => [field.property, isLiteral]),
  );
}

const statusEntry: Allowed = {
  // Another kind of entry has its own answer: status_unknown.
  [RDF_TYPE]: any,
  [status.statusPurpose]: isLiteral,
  [status.statusListIndex]: isLiteral,
  [status.statusListCredential]: any,
};
