import type { WrittenTerm } from '../nquads/line.ts';

/**
 * One shape of SHACL as plain data: what `readShapes` found in Turtle, ready to be kept as JSON.
 *
 * @see {@link https://www.w3.org/TR/shacl/#core-components | SHACL, 4}
 */
export interface ShapePlan {
  /** With a path it is a property shape: about the objects of this predicate. */
  readonly path?: string;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly hasValue?: readonly WrittenTerm[];
  readonly uniqueLang?: true;
  readonly qualified?: readonly {
    readonly shape: string;
    readonly min?: number;
    readonly max?: number;
  }[];
  readonly nodeKind?: readonly string[];
  readonly class?: readonly string[];
  readonly datatype?: readonly string[];
  readonly in?: readonly WrittenTerm[];
  readonly pattern?: { readonly source: string; readonly flags?: string };
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: number;
  readonly maxInclusive?: number;
  readonly minExclusive?: number;
  readonly maxExclusive?: number;
  readonly languageIn?: readonly string[];
  /** Names of shapes, as in `sh:node` and `sh:property`. */
  readonly node?: readonly string[];
  readonly property?: readonly string[];
  readonly not?: readonly string[];
  readonly and?: readonly (readonly string[])[];
  readonly or?: readonly (readonly string[])[];
  readonly xone?: readonly (readonly string[])[];
  /** The only predicates there may be. */
  readonly closed?: readonly string[];
}

/** Shapes by name, and which class each is for. */
export interface ShapePlans {
  readonly shapes: Readonly<Record<string, ShapePlan>>;
  /** Class → names of the shapes its instances must have. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
  /** Shape → the first thing in it that is not planned: a general validator must decide. */
  readonly unsupported: Readonly<Record<string, string>>;
}
