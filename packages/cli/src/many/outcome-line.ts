import type { ManyOutcome } from '@grondslag/agency';
import * as z from 'zod';

/** One line of the output: what came of one access, and who stands behind it. No more of the facts than was asked. */
export function outcomeLine({ access, outcome }: ManyOutcome): object {
  switch (outcome.status) {
    case 'read': {
      const { status, answer, claims, leftOut, disputed } = outcome;
      const restsOn = claims.map(({ claimType, credential, source, statusCheckedAt }) => {
        return { claimType, credential, source: source.id, statusCheckedAt };
      });
      return { access, status, answer, restsOn, leftOut, disputed };
    }
    case 'not-verified': {
      const { status, leftOut, otherRoute } = outcome;
      return { access, status, leftOut, otherRoute };
    }
    default:
      return { access, ...outcome };
  }
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
});
export type TableLine = z.infer<typeof tableLineSchema>;
