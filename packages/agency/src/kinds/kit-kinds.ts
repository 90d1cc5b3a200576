// Made from SHACL shapes: change those, and make it again.

import {
  asBoolean,
  asDay,
  asDecimal,
  asInteger,
  asText,
  asYear,
  type Day,
  type Decimal,
} from './field-readers.ts';
import type { Kind } from './kind.ts';

/** What `https://w3id.org/grondslag/terms#DiplomaCredential` states. */
export interface Diploma {
  /** name of the diploma; xsd:string */
  readonly title: string;
  /** level; xsd:string */
  readonly level: string;
  /** school; xsd:string */
  readonly institution: string;
  /** day you got it; xsd:date */
  readonly awardedOn: Day;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link Diploma}. */
export const Diploma: Kind<Diploma> = {
  claimType: 'https://w3id.org/grondslag/terms#DiplomaCredential',
  container: 'facts/study/',
  fields: {
    title: {
      property: 'https://w3id.org/grondslag/terms#title',
      required: true,
      read: asText,
    },
    level: {
      property: 'https://w3id.org/grondslag/terms#level',
      required: true,
      read: asText,
    },
    institution: {
      property: 'https://w3id.org/grondslag/terms#institution',
      required: true,
      read: asText,
    },
    awardedOn: {
      property: 'https://w3id.org/grondslag/terms#awardedOn',
      required: true,
      read: asDay,
    },
  },
};

/** What `https://w3id.org/grondslag/terms#EmploymentCredential` states. */
export interface Employment {
  /** employer; xsd:string */
  readonly employer: string;
  /** job; xsd:string */
  readonly jobTitle: string;
  /** hours, hours a week; xsd:decimal */
  readonly hoursPerWeek: Decimal;
  /** permanent contract; xsd:boolean */
  readonly isPermanent: boolean;
  /** you work here since; xsd:date */
  readonly startedOn: Day;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link Employment}. */
export const Employment: Kind<Employment> = {
  claimType: 'https://w3id.org/grondslag/terms#EmploymentCredential',
  container: 'facts/work/',
  fields: {
    employer: {
      property: 'https://w3id.org/grondslag/terms#employer',
      required: true,
      read: asText,
    },
    jobTitle: {
      property: 'https://w3id.org/grondslag/terms#jobTitle',
      required: true,
      read: asText,
    },
    hoursPerWeek: {
      property: 'https://w3id.org/grondslag/terms#hoursPerWeek',
      required: true,
      read: asDecimal,
    },
    isPermanent: {
      property: 'https://w3id.org/grondslag/terms#isPermanent',
      required: true,
      read: asBoolean,
    },
    startedOn: {
      property: 'https://w3id.org/grondslag/terms#startedOn',
      required: true,
      read: asDay,
    },
  },
};

/** What `https://w3id.org/grondslag/terms#HouseholdCredential` states. */
export interface Household {
  /** how many adults; xsd:integer */
  readonly adults: number;
  /** how many children; xsd:integer */
  readonly children: number;
  /** since when; xsd:date */
  readonly since: Day;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link Household}. */
export const Household: Kind<Household> = {
  claimType: 'https://w3id.org/grondslag/terms#HouseholdCredential',
  container: 'facts/household/',
  fields: {
    adults: {
      property: 'https://w3id.org/grondslag/terms#adults',
      required: true,
      read: asInteger,
    },
    children: {
      property: 'https://w3id.org/grondslag/terms#children',
      required: true,
      read: asInteger,
    },
    since: {
      property: 'https://w3id.org/grondslag/terms#since',
      required: true,
      read: asDay,
    },
  },
};

/** What `https://w3id.org/grondslag/terms#IncomeCredential` states. */
export interface Income {
  /** year; xsd:gYear */
  readonly year: number;
  /** amount; xsd:decimal */
  readonly amount: Decimal;
  /** which currency; xsd:string */
  readonly currency: string;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link Income}. */
export const Income: Kind<Income> = {
  claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
  container: 'facts/income/',
  fields: {
    year: {
      property: 'https://w3id.org/grondslag/terms#year',
      required: true,
      read: asYear,
    },
    amount: {
      property: 'https://w3id.org/grondslag/terms#amount',
      required: true,
      read: asDecimal,
    },
    currency: {
      property: 'https://w3id.org/grondslag/terms#currency',
      required: true,
      read: asText,
    },
  },
};

/** What `https://w3id.org/grondslag/terms#ResidenceCredential` states. */
export interface Residence {
  /** street; xsd:string */
  readonly street: string;
  /** house number; xsd:string */
  readonly houseNumber: string;
  /** postcode; xsd:string */
  readonly postalCode: string;
  /** town; xsd:string */
  readonly city: string;
  /** you live here since; xsd:date */
  readonly since: Day;
}

/** For `readClaims` and `factsOf`: facts with the values of {@link Residence}. */
export const Residence: Kind<Residence> = {
  claimType: 'https://w3id.org/grondslag/terms#ResidenceCredential',
  container: 'facts/home/',
  fields: {
    street: {
      property: 'https://w3id.org/grondslag/terms#street',
      required: true,
      read: asText,
    },
    houseNumber: {
      property: 'https://w3id.org/grondslag/terms#houseNumber',
      required: true,
      read: asText,
    },
    postalCode: {
      property: 'https://w3id.org/grondslag/terms#postalCode',
      required: true,
      read: asText,
    },
    city: {
      property: 'https://w3id.org/grondslag/terms#city',
      required: true,
      read: asText,
    },
    since: {
      property: 'https://w3id.org/grondslag/terms#since',
      required: true,
      read: asDay,
    },
  },
};
