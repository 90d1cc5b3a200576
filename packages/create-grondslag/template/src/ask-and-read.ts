import type { Agency, OtherRoute } from '@grondslag/agency';
import { questionTo } from './question.ts';

/** A verified income, and who signed it. */
export interface Income {
  readonly year: string;
  readonly amount: string;
  readonly source: string;
}

/** What you know after asking. The other route cannot be forgotten: the compiler asks for it. */
export type Outcome =
  | { readonly route: 'vault'; readonly incomes: readonly Income[] }
  | {
      readonly route: 'other';
      readonly because: string;
      readonly otherRoute: OtherRoute | undefined;
    };

const QUERY = `
PREFIX g: <https://w3id.org/grondslag/terms#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?year ?amount ?source WHERE {
  GRAPH ?fact { ?citizen g:income [ g:year ?year ; g:amount ?amount ] }
  ?fact prov:wasAttributedTo ?source .
} ORDER BY ?year`;

/** Asks one citizen, waits for the decision, and reads what was allowed. */
export async function askAndRead(
  agency: Agency,
  citizen: string,
  timeoutSeconds = 60,
): Promise<Outcome> {
  const asked = await agency.requestAccess(questionTo(citizen));
  if (asked.status !== 'requested') return other(asked.status, asked.otherRoute);

  // Keep asked.request.id: waiting again after a restart loses nothing.
  const decided = await agency.waitForDecision(asked.request.id, {
    timeoutSeconds,
    pollSeconds: 1,
  });
  if (decided.status !== 'granted') return other(decided.status, decided.otherRoute);

  const read = await agency.readClaims(decided.grant.id, { query: QUERY });
  if (read.status !== 'read') return other(read.status, read.otherRoute);
  if (read.answer.form !== 'select') throw new TypeError('Expected a SELECT.');
  const incomes = read.answer.rows.map(({ year, amount, source }) => ({
    year: year?.value ?? '',
    amount: amount?.value ?? '',
    source: source?.value ?? '',
  }));
  return { route: 'vault', incomes };
}

function other(because: string, otherRoute: OtherRoute | undefined): Outcome {
  return { route: 'other', because, otherRoute };
}
