import type { ShapePlans } from '@grondslag/claims';
import type { ReadField } from './field-readers.ts';

/** One field of a kind of fact: its property, and how its text becomes a value. */
export interface KindField<Value = unknown> {
  /** IRI of the property. */
  readonly property: string;
  /** Whether every whole fact of the kind has it, as its shape says (`sh:minCount`). */
  readonly required: boolean;
  readonly read: ReadField<Value>;
}

/**
 * A kind of fact with the types of its fields. Made from a SHACL shape: those of the kit by `npm run shapes`, an agency's
 * own by `grondslag shapes types`; nobody writes one by hand.
 */
export interface Kind<Values extends object> {
  /** The type of its credentials: `https://w3id.org/grondslag/terms#IncomeCredential`. */
  readonly claimType: string;
  /** Where its facts are, relative to the storage (`facts/income/`); without it the kind can be read, and not asked for. */
  readonly container?: string;
  readonly fields: {
    readonly [Name in keyof Values]-?: KindField<Exclude<Values[Name], undefined>>;
  };
  /** The shape of a kind that is not of the kit, by which its facts are checked: give the kind to `createAgency({ kinds })`. */
  readonly plans?: ShapePlans;
}

/** Any kind: what `createAgency({ kinds })` takes. */
export type AnyKind = Omit<Kind<object>, 'fields'> & {
  readonly fields: Readonly<Record<string, KindField>>;
};

/**
 * The same kind with only these fields: of a mandate that names no others, or a question with `fields`. A fact is then
 * whole when it has these.
 */
export function onlyFields<Values extends object, Name extends keyof Values>(
  kind: Kind<Values>,
  ...names: readonly Name[]
): Kind<Pick<Values, Name>> {
  const fields = Object.fromEntries(names.map((name) => [name, kind.fields[name]]));
  return { ...kind, fields: fields as unknown as Kind<Pick<Values, Name>>['fields'] };
}
