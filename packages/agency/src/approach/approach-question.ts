import { otherRouteSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { AgencyError } from '../errors.ts';
import { checkQuery } from '../read-claims.ts';
import type { ReadPowers } from '../read-verified.ts';

const bothSchema = z.strictObject({
  nl: z.string().min(1).max(2_000),
  en: z.string().min(1).max(2_000),
});

/** Text in the two languages of a letter. `{amount}` is the variable `?amount` of the query. */
export type BothLanguages = z.infer<typeof bothSchema>;

/** Who is looked for, and what they are told. */
export const approachQuestionSchema = z.strictObject({
  /** Id of a published mandate of this agency. */
  mandate: z.url(),
  /** SPARQL SELECT over the facts of one citizen: who has an answer is to be approached, by what is in it. */
  query: z.string().min(1),
  /** Why this citizen, for the citizen: "Uw inkomen over {year} was {amount} euro." */
  reason: bothSchema,
  letter: z.strictObject({
    title: bothSchema,
    /** What is offered. */
    offer: bothSchema,
    /** What somebody does who wants it. */
    whatToDo: bothSchema,
    /** Name and telephone number or address of the agency, at the foot. */
    from: bothSchema,
  }),
  /** For whoever is not found this way. */
  otherRoute: otherRouteSchema,
});
export type ApproachQuestion = z.infer<typeof approachQuestionSchema>;

/**
 * Checks that the query can be answered and that each text says what the query finds.
 *
 * @throws {TypeError} for a query that selects nothing, or a text with a variable it does not select
 * @throws {AgencyError} `query_refused`
 */
export async function checkQuestion(
  powers: ReadPowers,
  { query, reason, letter: { title, offer } }: ApproachQuestion,
): Promise<void> {
  await checkQuery(powers, query);
  const answer = await powers.engine().query(query, []);
  if (answer.form !== 'select') {
    throw new TypeError('Expected a SELECT: what decided must be in its answer, for the citizen.');
  }
  if (answer.rows.length > 0) {
    throw new AgencyError(
      'query_refused',
      'Expected a query that finds nobody where there are no facts, got one that finds everybody.',
    );
  }
  const said = [reason, title, offer].flatMap(({ nl, en }) => [nl, en].flatMap(variablesIn));
  const unknown = said.find((name) => !answer.variables.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`Expected texts with variables of the query, got {${unknown}}.`);
  }
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
