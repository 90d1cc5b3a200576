import { MAX_LOOKED_UP } from '@grondslag/protocol';
import * as z from 'zod';
import {
  type Correction,
  correctionSchema,
  correctionStateSchema,
} from '../corrections/correction.ts';

/** `GET v1/corrections/{uuid}`: a report as the citizen, the source and the agency that made it see it. */
export const correctionViewSchema = z
  .strictObject({
    correction: correctionSchema,
    state: correctionStateSchema,
    /** One month after it was received (Article 12(3) GDPR). */
    answerBefore: z.iso.datetime(),
  })
  .meta({ id: 'Correction' });
export type CorrectionView = z.infer<typeof correctionViewSchema>;

/**
 * What an agency is told that read the fact or may read it: that the citizen disputes it, so that nothing rests on it
 * unseen (Article 18(1)(a) GDPR), and what came of that (Article 19). Nothing the citizen wrote, and no field.
 */
export const disputedFactSchema = z
  .strictObject({
    ...correctionSchema.pick({ id: true, resource: true, credential: true, claimType: true }).shape,
    /** `rejected`: the source says that it is right as it is. */
    state: z.enum(['disputed', 'corrected', 'rejected']),
    disputedAt: z.iso.datetime(),
    /** Absent while the source examines it. */
    answeredAt: z.iso.datetime().exactOptional(),
  })
  .meta({ id: 'DisputedFact' });
export type DisputedFact = z.infer<typeof disputedFactSchema>;

/** A report as an agency sees it. */
export function disputedFact(correction: Correction): DisputedFact {
  const { id, resource, credential, claimType, receivedAt, steps } = correction;
  const answer = steps.find(({ step }) => step !== 'in-examination');
  return {
    ...{ id, resource, credential, claimType },
    state: answer?.step === 'corrected' || answer?.step === 'rejected' ? answer.step : 'disputed',
    disputedAt: receivedAt,
    ...(answer && { answeredAt: answer.at }),
  };
}

/** Query of `GET v1/disputed-facts`. */
export const disputedFactFilterSchema = z.strictObject({
  citizen: z.url().meta({ description: 'WebID of whom the facts are about.' }),
});

/** `POST v1/disputed-facts`: the same of many citizens. */
export const disputedFactLookupSchema = z.strictObject({
  citizens: z.array(z.url()).min(1).max(MAX_LOOKED_UP).meta({ description: 'Their WebIDs.' }),
});

/** Query of `GET v1/corrections`. */
export const correctionFilterSchema = z.strictObject({
  state: correctionStateSchema.exactOptional(),
  before: z.uuid().exactOptional().meta({ description: 'Older than the report with this id.' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(100),
});
export type CorrectionFilter = z.infer<typeof correctionFilterSchema>;
