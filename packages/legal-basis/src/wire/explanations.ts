import * as z from 'zod';
import { explainedSchema } from './words.ts';

/** A decision as it was stored when it was made. */
export const decisionRecordSchema = z
  .strictObject({
    at: z.iso.datetime(),
    /** What was decided on: that something may be issued, a token, or that it stands still or ends. */
    occasion: z.enum(['request', 'access', 'token', 'review']),
    outcome: z.enum(['refuse', 'ask', 'confirm', 'allow', 'suspend', 'break-glass']),
    ...explainedSchema.shape,
    /** Rules that did not decide, and that people should know of. */
    warnings: z.array(explainedSchema),
  })
  .meta({ id: 'DecisionRecord' });
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/** Query of `GET v1/explanations`: the credential of a request, grant or lawful access you take part in. */
export const explanationFilterSchema = z.strictObject({ credential: z.url() });
