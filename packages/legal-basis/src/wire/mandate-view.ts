import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { type Mandate, mandateSchema, mandateStepSchema } from '../mandates/mandate.ts';
import { mandateStates } from '../mandates/mandate-state.ts';
import { explainedSchema } from './words.ts';

const { id, version, agency: _caller, steps: _none, ...content } = mandateSchema.shape;

/**
 * `POST v1/mandates`: a draft; with `id` and `version` a new version of that mandate. The agency is who is logged in,
 * and the authority chooses the id of a new one.
 */
export const newMandateSchema = z
  .strictObject({ ...content, id: id.exactOptional(), version: version.exactOptional() })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    message: 'should be after validFrom',
    path: ['validUntil'],
  })
  .refine((sent) => (sent.id === undefined) === (sent.version === undefined), {
    message: 'belongs to id: send both for a new version, neither for a new mandate',
    path: ['version'],
  })
  .meta({ id: 'NewMandate' });
export type NewMandate = z.infer<typeof newMandateSchema>;

/** `POST v1/mandates/{uuid}/steps`; the authority adds the time. */
export const newMandateStepSchema = mandateStepSchema
  .omit({ at: true })
  .extend({
    /** The newest one when left out. */
    version: version.exactOptional(),
  })
  .meta({ id: 'NewMandateStep' });
export type NewMandateStep = z.infer<typeof newMandateStepSchema>;

/** Query of `GET v1/mandates`. */
export const mandateFilterSchema = z.strictObject({
  agency: z.url().exactOptional(),
  state: z.enum(mandateStates).exactOptional(),
});

const gapSchema = z.strictObject({
  kind: z.enum(['missing', 'inconsistent']),
  path: z.string(),
  text: localTextSchema.required({ en: true }),
});

/** A mandate as it stands, with what it breaks or lacks, in words. */
export const mandateViewSchema = z
  .strictObject({
    mandate: mandateSchema,
    state: z.enum(mandateStates),
    /** Rules it breaks now; none does not make it lawful. */
    broken: z.array(explainedSchema),
    /** What its weighing lacks. */
    gaps: z.array(gapSchema),
  })
  .meta({ id: 'Mandate' });
export type MandateView = z.infer<typeof mandateViewSchema> & { readonly mandate: Mandate };

/** `GET v1/mandates`: of each mandate the newest version the caller may see. */
export const mandateListSchema = z.strictObject({ items: z.array(mandateViewSchema) });
