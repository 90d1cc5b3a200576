import type { ClaimType } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import * as z from 'zod';
import { xsd } from './terms.ts';

const text = z.string().min(1).max(1_000);
const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

const diplomaSchema = z.strictObject({
  type: z.literal('diploma'),
  title: text,
  level: text,
  institution: text,
  awardedOn: z.iso.date(),
});
const incomeSchema = z.strictObject({
  type: z.literal('income'),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  /** Decimal, as the source wrote it: not a number, so that no cent is lost. */
  amount: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
const residenceSchema = z.strictObject({
  type: z.literal('residence'),
  street: text,
  houseNumber: text,
  postalCode: text,
  city: text,
  since: z.iso.date(),
});
const householdSchema = z.strictObject({
  type: z.literal('household'),
  adults: count,
  children: count,
  since: z.iso.date(),
});

/** A fact from its lexical forms: field name → text. */
export const factSchema = z.discriminatedUnion('type', [
  diplomaSchema,
  incomeSchema,
  residenceSchema,
  householdSchema,
]);
/** What a source states, of the kinds of the kit. Dates are `yyyy-mm-dd`. */
export type KnownFact = z.output<typeof factSchema>;

/** What a source states, of a kind that the kit knows from its shape only. */
export interface OtherFact {
  readonly type: 'other';
  readonly claimType: string;
  /** Property → its value, as the source wrote it. */
  readonly values: Readonly<Record<string, string>>;
}
/** What a source states, as plain values. */
export type Fact = KnownFact | OtherFact;

/** As `factSchema`, of which fields may be left out. */
const partOfFactSchema = z.discriminatedUnion('type', [
  diplomaSchema.partial().required({ type: true }),
  incomeSchema.partial().required({ type: true }),
  residenceSchema.partial().required({ type: true }),
  householdSchema.partial().required({ type: true }),
]);

/** Some of the fields of a fact. */
export type PartOfFact = Fact extends infer Each
  ? Each extends Fact
    ? Pick<Each, 'type'> & Partial<Each>
    : never
  : never;

/** How one kind of claim is said in RDF: subject → `link` → a node of `nodeType` with `fields`. */
export interface ClaimShape {
  readonly type: KnownFact['type'];
  readonly link: string;
  readonly nodeType: string;
  /** Field name → its property and datatype; each exactly once. */
  readonly fields: Readonly<
    Record<string, { readonly property: string; readonly datatype: string }>
  >;
}

const field = (property: string, datatype: string = xsd.string) => ({ property, datatype });

export const claimShapes: Readonly<Record<ClaimType, ClaimShape>> = {
  [g.DiplomaCredential]: {
    type: 'diploma',
    link: g.diploma,
    nodeType: g.Diploma,
    fields: {
      title: field(g.title),
      level: field(g.level),
      institution: field(g.institution),
      awardedOn: field(g.awardedOn, xsd.date),
    },
  },
  [g.IncomeCredential]: {
    type: 'income',
    link: g.income,
    nodeType: g.Income,
    fields: {
      year: field(g.year, xsd.gYear),
      amount: field(g.amount, xsd.decimal),
      currency: field(g.currency),
    },
  },
  [g.ResidenceCredential]: {
    type: 'residence',
    link: g.residence,
    nodeType: g.Residence,
    fields: {
      street: field(g.street),
      houseNumber: field(g.houseNumber),
      postalCode: field(g.postalCode),
      city: field(g.city),
      since: field(g.since, xsd.date),
    },
  },
  [g.HouseholdCredential]: {
    type: 'household',
    link: g.household,
    nodeType: g.Household,
    fields: {
      adults: field(g.adults, xsd.integer),
      children: field(g.children, xsd.integer),
      since: field(g.since, xsd.date),
    },
  },
};

/** A fact from its lexical forms: property → text. `undefined` when a value is not well formed. */
export function factOf(claimType: string, values: ReadonlyMap<string, string>): Fact | undefined {
  if (!isOwnType(claimType)) {
    return { type: 'other', claimType, values: Object.fromEntries(values) };
  }
  const { type, fields } = claimShapes[claimType];
  const named = Object.entries(fields).map(([name, { property }]) => [name, values.get(property)]);
  return factSchema.safeParse({ ...Object.fromEntries(named), type }).data;
}

/** As `factOf`, of some of its fields: at least one. */
export function partOfFactOf(
  claimType: string,
  values: ReadonlyMap<string, string>,
): PartOfFact | undefined {
  if (values.size === 0) return undefined;
  if (!isOwnType(claimType)) return factOf(claimType, values);
  const { type, fields } = claimShapes[claimType];
  const named = Object.entries(fields).flatMap(([name, { property }]) => {
    const value = values.get(property);
    return value === undefined ? [] : [[name, value]];
  });
  // Its members are there or not; none is there and undefined.
  return partOfFactSchema.safeParse({ ...Object.fromEntries(named), type }).data as
    | PartOfFact
    | undefined;
}

function isOwnType(claimType: string): claimType is ClaimType {
  return Object.hasOwn(claimShapes, claimType);
}

/** Name of a field → its property, of any fact. */
export function propertiesOf(claimType: string, fact: Partial<Fact>): ReadonlyMap<string, string> {
  if (isOwnType(claimType)) {
    const { fields } = claimShapes[claimType];
    return new Map(Object.entries(fields).map(([name, { property }]) => [name, property]));
  }
  const iris = Object.keys((fact as Partial<OtherFact>).values ?? {});
  return new Map(iris.map((iri) => [iri.replace(/^.*[#/]/, ''), iri]));
}
