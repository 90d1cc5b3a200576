import * as z from 'zod';
import { correctionSchema, correctionStateSchema } from '../corrections/correction.ts';

/** `GET v1/corrections/{uuid}`: a report as the citizen and the source see it. */
export const correctionViewSchema = z
  .strictObject({
    correction: correctionSchema,
    state: correctionStateSchema,
    /** One month after it was received (Article 12(3) GDPR). */
    answerBefore: z.iso.datetime(),
  })
  .meta({ id: 'Correction' });
export type CorrectionView = z.infer<typeof correctionViewSchema>;

/** What who received the fact is told of a correction (Article 19 GDPR): that it changed, and no more. */
export const correctedFactSchema = z
  .strictObject({
    ...correctionSchema.pick({ id: true, resource: true, credential: true, claimType: true }).shape,
    correctedAt: z.iso.datetime(),
  })
  .meta({ id: 'CorrectedFact' });
export type CorrectedFact = z.infer<typeof correctedFactSchema>;

/** Query of `GET v1/corrections`. */
export const correctionFilterSchema = z.strictObject({
  state: correctionStateSchema.exactOptional(),
  before: z.uuid().exactOptional().meta({ description: 'Older than the report with this id.' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(100),
});
export type CorrectionFilter = z.infer<typeof correctionFilterSchema>;
