import type { NarrowedClaim } from '@grondslag/claims';

/** Who said it, where it was read and what was checked: a verified claim without what it states. */
export type Provenance = Pick<
  NarrowedClaim,
  | 'resource'
  | 'credential'
  | 'claimType'
  | 'source'
  | 'subject'
  | 'validFrom'
  | 'validUntil'
  | 'holdsAt'
  | 'statusCheckedAt'
  | 'statusMessages'
  | 'derived'
>;

/** A verified fact with all fields that its kind always has. */
export interface TypedFact<Values> {
  readonly values: Readonly<Values>;
  readonly provenance: Provenance;
}

/** A verified fact without some of them: a mandate names fewer, or the citizen left them out. */
export interface IncompleteFact<Values> {
  readonly values: Readonly<Partial<Values>>;
  readonly missing: readonly (keyof Values & string)[];
  readonly provenance: Provenance;
}

/** Facts of one kind. */
export interface TypedFacts<Values> {
  readonly facts: readonly TypedFact<Values>[];
  readonly incomplete: readonly IncompleteFact<Values>[];
}
