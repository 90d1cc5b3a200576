import { g } from '@grondslag/vocab';
import {
  type ReadValue,
  readAmount,
  readCount,
  readCurrency,
  readDate,
  readText,
  readYear,
} from './field-values.ts';
import { xsd } from './terms.ts';

export interface Diploma {
  readonly type: 'diploma';
  readonly title: string;
  readonly level: string;
  readonly institution: string;
  readonly awardedOn: string;
}
export interface Income {
  readonly type: 'income';
  readonly year: number;
  /** Decimal, as the source wrote it: not a number, so that no cent is lost. */
  readonly amount: string;
  readonly currency: string;
}
export interface Residence {
  readonly type: 'residence';
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly since: string;
}
export interface Household {
  readonly type: 'household';
  readonly adults: number;
  readonly children: number;
  readonly since: string;
}
/** What a source states, of the kinds of the kit. Dates are `yyyy-mm-dd`. */
export type KnownFact = Diploma | Income | Residence | Household;

/** What a source states, of a kind that the kit knows from its shape only. */
export interface OtherFact {
  readonly type: 'other';
  readonly claimType: string;
  /** Property → its value, as the source wrote it. */
  readonly values: Readonly<Record<string, string>>;
}
/** What a source states, as plain values. */
export type Fact = KnownFact | OtherFact;

/** Some of the fields of a fact. */
export type PartOfFact = Fact extends infer Each
  ? Each extends Fact
    ? Pick<Each, 'type'> & Partial<Each>
    : never
  : never;

/** The kinds of claim whose facts have a type of their own; facts of any other are an `OtherFact`. */
export type TypedClaim = (typeof g)[
  | 'DiplomaCredential'
  | 'IncomeCredential'
  | 'ResidenceCredential'
  | 'HouseholdCredential'];

/** How one kind of claim is said in RDF: subject → `link` → a node of `nodeType` with `fields`. */
export interface ClaimShape {
  readonly type: KnownFact['type'];
  readonly link: string;
  readonly nodeType: string;
  /** Field name → its property and datatype; each exactly once. */
  readonly fields: Readonly<
    Record<
      string,
      { readonly property: string; readonly datatype: string; readonly read: ReadValue }
    >
  >;
}

const field = (property: string, datatype: string = xsd.string, read: ReadValue = readText) => ({
  property,
  datatype,
  read,
});

export const claimShapes: Readonly<Record<TypedClaim, ClaimShape>> = {
  [g.DiplomaCredential]: {
    type: 'diploma',
    link: g.diploma,
    nodeType: g.Diploma,
    fields: {
      title: field(g.title),
      level: field(g.level),
      institution: field(g.institution),
      awardedOn: field(g.awardedOn, xsd.date, readDate),
    },
  },
  [g.IncomeCredential]: {
    type: 'income',
    link: g.income,
    nodeType: g.Income,
    fields: {
      year: field(g.year, xsd.gYear, readYear),
      amount: field(g.amount, xsd.decimal, readAmount),
      currency: field(g.currency, xsd.string, readCurrency),
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
      since: field(g.since, xsd.date, readDate),
    },
  },
  [g.HouseholdCredential]: {
    type: 'household',
    link: g.household,
    nodeType: g.Household,
    fields: {
      adults: field(g.adults, xsd.integer, readCount),
      children: field(g.children, xsd.integer, readCount),
      since: field(g.since, xsd.date, readDate),
    },
  },
};

/** A fact from its lexical forms: property → text. `undefined` when a value is not well formed. */
export function factOf(claimType: string, values: ReadonlyMap<string, string>): Fact | undefined {
  if (!isOwnType(claimType)) {
    return { type: 'other', claimType, values: Object.fromEntries(values) };
  }
  const { type, fields } = claimShapes[claimType];
  const read = readFields(claimType, values);
  if (Object.keys(read ?? {}).length < Object.keys(fields).length) return undefined;
  // Each field of its type is there, and was read.
  return { type, ...read } as unknown as KnownFact;
}

/** As `factOf`, of some of its fields: at least one. */
export function partOfFactOf(
  claimType: string,
  values: ReadonlyMap<string, string>,
): PartOfFact | undefined {
  if (values.size === 0) return undefined;
  if (!isOwnType(claimType)) return factOf(claimType, values);
  const read = readFields(claimType, values);
  return read && ({ type: claimShapes[claimType].type, ...read } as PartOfFact);
}

/** The fields there are; `undefined` when a value is not well formed. */
function readFields(
  claimType: TypedClaim,
  values: ReadonlyMap<string, string>,
): Record<string, string | number> | undefined {
  const found: Record<string, string | number> = {};
  for (const [name, { property, read }] of Object.entries(claimShapes[claimType].fields)) {
    const text = values.get(property);
    if (text === undefined) continue;
    const value = read(text);
    if (value === undefined) return undefined;
    found[name] = value;
  }
  return found;
}

function isOwnType(claimType: string): claimType is TypedClaim {
  return Object.hasOwn(claimShapes, claimType);
}

/** What a property is called in JSON: the last part of it. */
export function nameOf(property: string): string {
  return property.replace(/^.*[#/]/, '');
}

/** Names of the fields that a fact has. */
export function namesIn(fact: PartOfFact): readonly string[] {
  if (fact.type === 'other') return Object.keys(fact.values ?? {}).map(nameOf);
  return Object.keys(fact).filter((name) => name !== 'type');
}

/** Name of a field → its property, of any fact. */
export function propertiesOf(claimType: string, fact: Partial<Fact>): ReadonlyMap<string, string> {
  if (isOwnType(claimType)) {
    const { fields } = claimShapes[claimType];
    return new Map(Object.entries(fields).map(([name, { property }]) => [name, property]));
  }
  const iris = Object.keys((fact as Partial<OtherFact>).values ?? {});
  return new Map(iris.map((iri) => [nameOf(iri), iri]));
}
