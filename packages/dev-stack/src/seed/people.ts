import { WORK_V1 } from '@grondslag/vocab';
import type { SourceSlug } from './sources.ts';

/** One fact of a synthetic citizen, before a source signs it. */
export interface FactDraft {
  /** Below the storage. */
  readonly path: string;
  readonly source: SourceSlug;
  /** Who puts it in the vault, when that is not who signed it: strangers cannot. */
  readonly placedBy?: SourceSlug;
  /** Term of its context, or IRI. */
  readonly type: string;
  /** Where its terms come from; claims/v1 when left out. */
  readonly context?: string;
  readonly statement: object;
  /** Why a reader must leave it out; absent for a good fact. */
  readonly flaw?: 'revoked' | 'suspended' | 'expired' | 'about-another';
  /** The status list it is on; the source's first one when left out. */
  readonly statusList?: string;
}

/** A synthetic citizen: nobody of this name lives at this address. */
export interface Person {
  /** Name of the vault. */
  readonly slug: string;
  readonly name: string;
  readonly facts: readonly FactDraft[];
  /** What the citizen put in the vault. */
  readonly files?: readonly OwnFile[];
}

/** A file of a citizen's own: nobody vouches for it. */
export interface OwnFile {
  /** Name in the container of own files. */
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A fact of the income register. */
export function income(year: number, amount: string, flaw?: 'revoked' | 'suspended'): FactDraft {
  return {
    path: `facts/income/${year}`,
    source: 'inkomensregister',
    type: 'IncomeCredential',
    statement: { income: { type: 'Income', year: String(year), amount, currency: 'EUR' } },
    ...(flaw && { flaw }),
  };
}

function diploma(
  title: string,
  level: string,
  institution: string,
  awardedOn: string,
  source: SourceSlug = 'diplomaregister',
): FactDraft {
  return {
    path: 'facts/study/diploma',
    source,
    ...(source !== 'diplomaregister' && { placedBy: 'diplomaregister' }),
    type: 'DiplomaCredential',
    statement: { diploma: { type: 'Diploma', title, level, institution, awardedOn } },
  };
}

function residence(
  [street, houseNumber, postalCode, city]: readonly [string, string, string, string],
  since: string,
  flaw?: 'expired',
): FactDraft {
  return {
    path: 'facts/home/residence',
    source: 'adresregister',
    type: 'ResidenceCredential',
    statement: { residence: { type: 'Residence', street, houseNumber, postalCode, city, since } },
    ...(flaw && { flaw }),
  };
}

function household(adults: number, children: number, since: string, flaw?: 'expired'): FactDraft {
  return {
    path: 'facts/household/household',
    source: 'gezinsregister',
    type: 'HouseholdCredential',
    statement: { household: { type: 'Household', adults, children, since } },
    ...(flaw && { flaw }),
  };
}

function employment(
  [employer, jobTitle]: readonly [string, string],
  hoursPerWeek: string,
  startedOn: string,
): FactDraft {
  return {
    path: 'facts/work/employment',
    source: 'werkregister',
    type: 'EmploymentCredential',
    context: WORK_V1,
    statement: {
      employment: {
        ...{ type: 'Employment', employer, jobTitle, hoursPerWeek },
        ...{ isPermanent: true, startedOn },
      },
    },
  };
}

/** Of a kind that nobody here has a shape for. */
function libraryCard(cardNumber: string): FactDraft {
  const terms = 'https://bibliotheek.example/terms#';
  return {
    path: 'facts/study/library-card',
    source: 'diplomaregister',
    type: `${terms}LibraryCardCredential`,
    statement: {
      [`${terms}libraryCard`]: {
        [`${terms}cardNumber`]: cardNumber,
        [`${terms}library`]: 'Bibliotheek Waterdam',
      },
    },
  };
}

/** The citizens of the demo; incomes are of the three years before `thisYear`. */
export function people(thisYear: number): readonly Person[] {
  const [first, second, third] = [thisYear - 3, thisYear - 2, thisYear - 1];
  return [
    {
      slug: 'anna',
      name: 'Anna de Wit',
      facts: [
        diploma('Verpleegkunde', 'hbo-bachelor', 'Hogeschool Waterdam', '2012-07-06'),
        income(first, '31250.00', 'revoked'),
        income(second, '28400.00'),
        income(third, '19875.50'),
        residence(['Dijkstraat', '12', '9999 AB', 'Waterdam'], '2016-03-01'),
        household(1, 2, '2023-09-15'),
      ],
    },
    {
      slug: 'bram',
      name: 'Bram Jansen',
      facts: [
        diploma('Timmerman', 'mbo niveau 3', 'Vakschool Oostpolder', '2003-06-20'),
        income(first, '27110.00'),
        income(second, '26980.25'),
        income(third, '14320.00'),
        residence(['Molenweg', '3', '9998 CD', 'Oostpolder'], '2009-11-15', 'expired'),
        household(2, 1, '2014-05-02'),
      ],
    },
    {
      slug: 'chadia',
      name: 'Chadia Amrani',
      facts: [
        diploma(
          'Bestuurskunde',
          'wo-master',
          'Instituut Nergens',
          '2019-08-30',
          'instituut-nergens',
        ),
        income(first, '42050.00'),
        income(second, '44800.00'),
        income(third, '12100.75'),
        residence(['Havenkade', '88', '9999 ZX', 'Waterdam'], '2021-01-10'),
        household(1, 0, '2021-01-10'),
      ],
    },
    {
      slug: 'saskia',
      name: 'Saskia Kuipers',
      facts: [
        employment(['Bakkerij Oostpolder', 'Kok'], '24', '2011-09-01'),
        libraryCard('B-2417'),
        diploma('Kok', 'mbo niveau 4', 'Vakschool Oostpolder', '1998-06-26'),
        income(second, '15120.00'),
        income(third, '16030.40'),
        residence(['Waterkant', '21', '9999 AD', 'Waterdam'], '2004-08-01'),
        household(2, 2, '2010-04-12'),
      ],
      files: [{ name: 'huurcontract.txt', type: 'text/plain', content: 'Huur 712,50\n' }],
    },
    {
      slug: 'fenna',
      name: 'Fenna Visser',
      facts: [
        employment(['Scheepswerf Waterdam', 'Lasser'], '32', '2019-04-01'),
        libraryCard('B-1203'),
        diploma('Lasser', 'mbo niveau 3', 'Instituut Nergens', '2018-06-29', 'instituut-nergens'),
        {
          ...employment(['Visafslag Waterdam', 'Sorteerder'], '16', '2015-02-01'),
          ...{ path: 'facts/work/employment-before', flaw: 'about-another' },
        },
        income(first, '27800.00', 'revoked'),
        income(second, '28950.00', 'suspended'),
        income(third, '30500.00'),
        residence(['Havenkade', '3', '9999 AD', 'Waterdam'], '2019-05-01'),
        household(1, 0, '2019-05-01', 'expired'),
      ],
      files: [{ name: 'loonstrook-maart.txt', type: 'text/plain', content: 'Netto 2.104,00\n' }],
    },
    {
      slug: 'wim',
      name: 'Wim Hofstra',
      facts: [
        income(third, '21400.00'),
        residence(['Dijkstraat', '40', '9999 AB', 'Waterdam'], '2001-10-01'),
        household(2, 1, '2015-03-09'),
      ],
    },
    // Hanna reads German, and answers on paper and at the counter.
    {
      slug: 'hanna',
      name: 'Hanna Weber',
      facts: [income(third, '18250.00'), ...livingAlone()],
    },
    // Mieke is helped by Noor, who has nothing of her own in her vault.
    pensioner('mieke', 'Mieke Dekker', ['16120.00', '16480.75'], thisYear),
    { slug: 'noor', name: 'Noor Bakker', facts: [] },
    // Karin decides for Lotte, and decided for Sem until he turned 18: see `seedFamily`.
    { slug: 'karin', name: 'Karin Postma', facts: [] },
    teenager('sem', 'Sem Postma', '4210.50', thisYear),
    teenager('lotte', 'Lotte Postma', '1630.00', thisYear),
    pensioner('gerrit', 'Gerrit Bos', ['14980.00', '15210.40'], thisYear),
    pensioner('els', 'Els Mulder', ['13875.20', '14010.00'], thisYear),
  ];
}

/** Somebody with a small pension, who may miss out on a supplement. */
function pensioner(
  slug: string,
  name: string,
  [first, second]: readonly [string, string],
  thisYear: number,
): Person {
  return {
    slug,
    name,
    facts: [income(thisYear - 2, first), income(thisYear - 1, second), ...livingAlone()],
  };
}

/** Somebody with a job beside school, who lives at home. */
function teenager(slug: string, name: string, amount: string, thisYear: number): Person {
  return {
    slug,
    name,
    facts: [
      income(thisYear - 1, amount),
      residence(['Waterkant', '3', '9999 AD', 'Waterdam'], '2012-08-01'),
      household(1, 2, '2012-08-01'),
    ],
  };
}

/** Somebody's address and household. */
export function livingAlone(): readonly FactDraft[] {
  return [
    residence(['Kerkplein', '7', '9999 AC', 'Waterdam'], '1988-05-01'),
    household(1, 0, '2011-02-01'),
  ];
}

/**
 * Agencies: the one whose page the demo shows; another that must never get its data, and is not in the register; one
 * with a mandate; one that wants one without a law; and a private body, which may ask for several purposes at once.
 */
export const agencies = [
  {
    slug: 'waterdam',
    name: {
      nl: 'Schuldhulp Waterdam (voorbeeld)',
      en: 'Waterdam debt help (sample)',
      fr: 'Aide aux dettes Waterdam (exemple)',
      de: 'Schuldenhilfe Waterdam (Beispiel)',
    },
  },
  {
    slug: 'oostpolder',
    name: {
      nl: 'Gemeente Oostpolder (voorbeeld)',
      en: 'Oostpolder council (sample)',
      fr: 'Commune d’Oostpolder (exemple)',
      de: 'Gemeinde Oostpolder (Beispiel)',
    },
  },
  {
    slug: 'ouderenfonds',
    name: {
      nl: 'Ouderenfonds (voorbeeld)',
      en: 'Pensioners’ fund (sample)',
      fr: 'Fonds des aînés (exemple)',
      de: 'Seniorenfonds (Beispiel)',
    },
  },
  {
    slug: 'zuiderhaven',
    name: {
      nl: 'Gemeente Zuiderhaven (voorbeeld)',
      en: 'Zuiderhaven council (sample)',
      fr: 'Commune de Zuiderhaven (exemple)',
      de: 'Gemeinde Zuiderhaven (Beispiel)',
    },
  },
  {
    slug: 'energiecoach',
    name: {
      nl: 'Energiecoach Waterdam (voorbeeld)',
      en: 'Waterdam energy coach (sample)',
      fr: 'Conseil énergie Waterdam (exemple)',
      de: 'Energieberatung Waterdam (Beispiel)',
    },
  },
] as const;

/** Who keeps the register of the demo. */
export const operator = { slug: 'beheerder', name: 'Beheerder (voorbeeld)' } as const;

/** Who work at the desk of the vault provider: who prints a letter there does not enter its answer. */
export const clerks = [
  { slug: 'joke', name: 'Joke Smit' },
  { slug: 'tom', name: 'Tom Prins' },
] as const;

/** The counter of the vault provider, where clerks enter answers of citizens who do not use the screen. */
export const desk = {
  id: 'servicepunt',
  name: {
    nl: 'Servicepunt Datakluis (voorbeeld)',
    en: 'Data vault service desk (sample)',
    fr: 'Guichet du coffre de données (exemple)',
    de: 'Servicestelle Datentresor (Beispiel)',
  },
  visit: {
    nl: 'Kerkplein 1, Waterdam, op werkdagen van 9 tot 17 uur',
    en: 'Kerkplein 1, Waterdam, on weekdays from 9 to 17',
    fr: 'Kerkplein 1, Waterdam, en semaine de 9 h à 17 h',
    de: 'Kerkplein 1, Waterdam, werktags von 9 bis 17 Uhr',
  },
  post: { nl: 'Postbus 10, 9999 ZZ Waterdam' },
  phone: '0900 0123',
} as const;
