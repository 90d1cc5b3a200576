import { type Agency, Income, onlyFields } from '@grondslag/agency';

/** Reads what the citizen allowed: verified facts, each with who signed it. */
export async function readAnswer(agency: Agency, grant: string) {
  const read = await agency.readClaims(grant, onlyFields(Income, 'year', 'amount'));
  if (read.status !== 'read') return { status: read.status, otherRoute: read.otherRoute };
  const rows = read.facts.map(({ values, provenance }) => ({
    year: values.year,
    amount: values.amount,
    signedBy: provenance.source.name.nl,
  }));
  return { status: read.status, rows: rows.toSorted((a, b) => b.year - a.year) };
}
