import { type OtherFact, type PartOfFact, propertiesOf } from './fact.ts';
import type { NarrowedClaim } from './verified-claim.ts';

/**
 * The same claim with only these fields of its fact (data minimisation, Article 5(1)(c) GDPR). It was verified as it
 * came: what is left has no proof of its own, and its `graph` is still that of what came.
 */
export function narrowClaim(claim: NarrowedClaim, fields: readonly string[]): NarrowedClaim {
  const others = [...propertiesOf(claim.claimType, claim.fact)].filter(
    ([name]) => !fields.includes(name),
  );
  const hidden = new Set(others.map(([, property]) => property));
  const kept = claim.canonical.split('\n').filter((line) => {
    const [, predicate = ''] = /^\S+ <([^>]*)> /.exec(line) ?? [];
    return !hidden.has(predicate);
  });
  if (claim.fact.type === 'other') {
    const { values = {} }: Partial<OtherFact> = claim.fact;
    const left = Object.entries(values).filter(([property]) => !hidden.has(property));
    const fact = { ...claim.fact, values: Object.fromEntries(left) };
    return { ...claim, canonical: kept.join('\n'), fact };
  }
  const names = new Set(others.map(([name]) => name));
  const fact = Object.entries(claim.fact).filter(([name]) => !names.has(name));
  // A fact without some of its fields, and always with its type: no field has that name.
  return { ...claim, canonical: kept.join('\n'), fact: Object.fromEntries(fact) as PartOfFact };
}
