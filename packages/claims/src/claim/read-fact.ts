import { RDF_TYPE } from '@grondslag/vocab';
import { literalOf } from '../nquads/written-terms.ts';
import { type Allowed, allow, any, findStray, isOneOf } from './allowed-statements.ts';
import type { Envelope } from './envelope.ts';
import { type ClaimShape, type Fact, factSchema } from './fact.ts';
import { isLiteral, isNode, only, type Statements } from './statements.ts';

export type FactReading =
  | { readonly read: true; readonly fact: Fact }
  /** `detail` names a property, never a value. */
  | { readonly read: false; readonly detail: string };

/** Reads the one fact of a credential, and makes sure it says nothing else. */
export function readFact(
  statements: Statements,
  envelope: Envelope,
  shape: ClaimShape,
): FactReading {
  const node = only(statements.objects(envelope.subject, shape.link));
  if (!isNode(node)) return unread(`expected one ${shape.link}`);

  const values: Record<string, string> = { type: shape.type };
  for (const [name, { property, datatype }] of Object.entries(shape.fields)) {
    const literal = literalOf(only(statements.objects(node, property)) ?? '');
    if (literal?.datatype !== datatype) return unread(`expected one ${property} of ${datatype}`);
    values[name] = literal.value;
  }
  const { subject, fields } = allowedIn(shape);
  const stray = findStray(statements, envelope, [
    [envelope.subject, subject],
    [node, fields],
  ]);
  if (stray !== undefined) return unread(`says more than its kind of claim: ${stray}`);
  const fact = factSchema.safeParse(values).data;
  return fact ? { read: true, fact } : unread('a value is not well formed');
}

function unread(detail: string): FactReading {
  return { read: false, detail };
}

interface AllowedInFact {
  readonly subject: Allowed;
  readonly fields: Allowed;
}
const kept = new WeakMap<ClaimShape, AllowedInFact>();

/** Made once for each kind of claim. */
function allowedIn(shape: ClaimShape): AllowedInFact {
  const known = kept.get(shape);
  if (known) return known;
  const fields = Object.values(shape.fields).map(({ property }) => [property, isLiteral] as const);
  const made = {
    subject: allow({ [shape.link]: any }),
    fields: allow({ [RDF_TYPE]: isOneOf(shape.nodeType), ...Object.fromEntries(fields) }),
  };
  kept.set(shape, made);
  return made;
}
