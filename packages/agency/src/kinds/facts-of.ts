import type { NarrowedClaim, OtherFact } from '@grondslag/claims';
import type { Kind, KindField } from './kind.ts';
import type { IncompleteFact, Provenance, TypedFact, TypedFacts } from './typed-fact.ts';

/**
 * The facts of one kind among verified claims, typed by its shape: of `readClaims(id, { query })`, which gives the claims
 * beside the answer to the query. A claim of another kind is passed over.
 */
export function factsOf<Values extends object>(
  claims: readonly NarrowedClaim[],
  kind: Kind<Values>,
): TypedFacts<Values> {
  const facts: TypedFact<Values>[] = [];
  const incomplete: IncompleteFact<Values>[] = [];
  for (const claim of claims) {
    if (claim.claimType !== kind.claimType) continue;
    const { values, missing } = readValues(claim, kind);
    const provenance = provenanceOf(claim);
    if (missing.length > 0) incomplete.push({ values, missing, provenance });
    // Every field that a whole fact has is there, and each was read by the reader of its type.
    else facts.push({ values: values as Values, provenance });
  }
  return { facts, incomplete };
}

function readValues<Values extends object>({ fact }: NarrowedClaim, kind: Kind<Values>) {
  const values: Partial<Values> = {};
  const missing: (keyof Values & string)[] = [];
  const fields = Object.entries<KindField>(kind.fields);
  for (const [name, { property, required, read }] of fields) {
    const text = textOf(fact, name, property);
    const value = text === undefined ? undefined : read(text);
    if (value !== undefined) Object.assign(values, { [name]: value });
    // A value that the type cannot hold, such as a number too large, is no value.
    else if (required || text !== undefined) missing.push(name as keyof Values & string);
  }
  return { values, missing };
}

/** A fact of the kit has its fields by name, some as numbers; another has texts by property. */
function textOf(fact: NarrowedClaim['fact'], name: string, property: string): string | undefined {
  const { values = {} }: Partial<OtherFact> = fact.type === 'other' ? fact : {};
  const value = fact.type === 'other' ? values[property] : Object(fact)[name];
  return value === undefined ? undefined : String(value);
}

function provenanceOf(claim: NarrowedClaim): Provenance {
  const {
    fact: _,
    canonical: _signed,
    graph: _graph,
    divisible: _divisible,
    ...provenance
  } = claim;
  return provenance;
}
