import type { ReadOutcome, Term } from '@grondslag/agency';

/** Where a fact comes from. */
export interface Provenance {
  /** Name of the source, in the language of the page. */
  readonly source: { nl: string; en?: string };
  readonly credential: string;
  readonly checkedAt: Date;
  /** The citizen's vault server left parts of it out; what came has a proof that holds. */
  readonly isPart: boolean;
}

/** What the counsellor learned. */
export interface Facts {
  /** Newest year first. */
  readonly incomes: readonly (Provenance & { year: number; amount: number; currency: string })[];
  readonly city?: Provenance & { city: string };
  readonly household?: Provenance & { adults?: number; children?: number };
}

type Read = Extract<ReadOutcome, { status: 'read' }>;
type Row = Readonly<Record<string, Term>>;

/** Puts the rows of the answer together. */
export function readFacts({ answer, claims }: Read): Facts {
  if (answer.form !== 'select') throw new TypeError('Expected the rows of a SELECT.');
  const nameOf = (source: string) =>
    claims.find((claim) => claim.source.id === source)?.source.name ?? { nl: source };
  const provenance = (row: Row): Provenance => ({
    source: nameOf(row['source']?.value ?? ''),
    credential: row['credential']?.value ?? '',
    checkedAt: new Date(row['checkedAt']?.value ?? Number.NaN),
    isPart: claims.some(
      ({ credential, derived }) => derived === true && credential === row['credential']?.value,
    ),
  });
  const incomes = answer.rows
    .filter(({ year }) => year)
    .map((row) => ({
      ...provenance(row),
      year: Number(row['year']?.value),
      amount: Number(row['amount']?.value),
      currency: row['currency']?.value ?? 'EUR',
    }))
    .sort((a, b) => b.year - a.year);
  const [home] = answer.rows.filter(({ city }) => city);
  const [household] = answer.rows.filter(({ adults, children }) => adults ?? children);
  return {
    incomes,
    ...(home && { city: { ...provenance(home), city: home['city']?.value ?? '' } }),
    ...(household && {
      household: {
        ...provenance(household),
        ...(household['adults'] && { adults: Number(household['adults'].value) }),
        ...(household['children'] && { children: Number(household['children'].value) }),
      },
    }),
  };
}
