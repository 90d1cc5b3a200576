import type { FactsOutcome, ManyOutcome, NarrowedClaim } from '@grondslag/agency';
import * as z from 'zod';
import type { FieldValues } from '../read-command.ts';

/** What came of one access, whatever was asked of it. */
export type AnyManyOutcome = ManyOutcome | ManyOutcome<FactsOutcome<FieldValues>>;

/** One line of the output: what came of one access, and who stands behind it. No more of the facts than was asked. */
export function outcomeLine({ access, outcome }: AnyManyOutcome): object {
  switch (outcome.status) {
    case 'read': {
      const { status, claims, leftOut, disputed } = outcome;
      const found =
        'answer' in outcome ? { answer: outcome.answer } : factsOf(outcome.facts, outcome);
      return { access, status, ...found, restsOn: claims.map(standsBehind), leftOut, disputed };
    }
    case 'not-verified': {
      const { status, leftOut, otherRoute } = outcome;
      const found = 'incomplete' in outcome ? factsOf([], outcome) : {};
      return { access, status, ...found, leftOut, otherRoute };
    }
    default:
      return { access, ...outcome };
  }
}

type Facts = Extract<FactsOutcome<FieldValues>, { readonly status: 'read' }>;

function factsOf(
  facts: readonly Facts['facts'][number][],
  { incomplete }: Pick<Facts, 'incomplete'>,
): object {
  return {
    facts: facts.map(({ values, provenance: { credential } }) => ({ values, credential })),
    incomplete: incomplete.map(({ values, missing, provenance: { credential } }) => {
      return { values, missing, credential };
    }),
  };
}

function standsBehind({ claimType, credential, source, statusCheckedAt }: NarrowedClaim): object {
  return { claimType, credential, source: source.id, statusCheckedAt };
}

const termSchema = z.looseObject({ value: z.string(), datatype: z.string().exactOptional() });

/** What of such a line goes into a table. */
export const tableLineSchema = z.looseObject({
  access: z.string(),
  status: z.string(),
  reason: z.string().exactOptional(),
  answer: z
    .discriminatedUnion('form', [
      z.looseObject({
        form: z.literal('select'),
        variables: z.array(z.string()),
        rows: z.array(z.record(z.string(), termSchema)),
      }),
      z.looseObject({ form: z.literal('ask'), value: z.boolean() }),
      z.looseObject({ form: z.literal('construct'), nquads: z.string() }),
    ])
    .exactOptional(),
  facts: z
    .array(
      z.looseObject({
        // What JSON has no number for is null.
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    )
    .exactOptional(),
});
export type TableLine = z.infer<typeof tableLineSchema>;
