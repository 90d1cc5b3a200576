import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { officialSchema } from '../law/official.ts';
import { answerDeadline } from '../objections/answer-deadline.ts';

/**
 * The rights that an agency carries out when the citizen asks: Articles 15, 17, 18 and 20 GDPR. Stopping and objecting
 * take effect by themselves, and an error is reported to its source.
 */
export const askedRightSchema = z.enum(['access', 'erasure', 'restriction', 'portability']);
export type AskedRight = z.infer<typeof askedRightSchema>;

const answerSchema = z
  .strictObject({
    outcome: z.enum(['granted', 'refused']),
    /** Of a refusal: why not (Article 12(4)). */
    reasons: localTextSchema,
    by: officialSchema,
    at: z.iso.datetime(),
  })
  .meta({ id: 'RightsAnswer' });

const extensionSchema = z.strictObject({
  reasons: localTextSchema,
  by: officialSchema,
  at: z.iso.datetime(),
});

/** What a citizen asked of an agency, by a right of the GDPR. */
export const rightsRequestSchema = z.strictObject({
  id: z.url(),
  right: askedRightSchema,
  /** The permission, or the lawful access, under which the agency had the data. */
  about: z.url(),
  /** WebIDs. */
  citizen: z.url(),
  agency: z.url(),
  /** In the citizen's own words; nothing need be said. */
  words: z.string().min(1).max(2_000).exactOptional(),
  receivedAt: z.iso.datetime(),
  /** The help under which somebody asked for the citizen; the citizen alone and the helper may look there. */
  helper: z.url({ protocol: /^https?$/ }).exactOptional(),
  extension: extensionSchema.exactOptional(),
  answer: answerSchema.exactOptional(),
});
export type RightsRequest = z.infer<typeof rightsRequestSchema>;

/** `POST v1/rights-requests` */
export const newRightsRequestSchema = z
  .strictObject({
    right: askedRightSchema,
    about: z.url(),
    words: z.string().trim().min(1).max(2_000).exactOptional(),
  })
  .meta({ id: 'NewRightsRequest' });
export type NewRightsRequest = z.infer<typeof newRightsRequestSchema>;

/** `PUT v1/rights-requests/{uuid}/answer`; the authority adds the time. */
export const newRightsAnswerSchema = answerSchema
  .omit({ at: true })
  .meta({ id: 'NewRightsAnswer' });
/** `PUT v1/rights-requests/{uuid}/extension`: within a month, with reasons (Article 12(3)). */
export const newRightsExtensionSchema = extensionSchema
  .omit({ at: true })
  .meta({ id: 'NewRightsExtension' });

/** A request as it stands. */
export const rightsRequestViewSchema = z
  .strictObject({
    request: rightsRequestSchema,
    state: z.enum(['received', 'granted', 'refused']),
    /** When the citizen must have an answer. */
    answerBefore: z.iso.datetime(),
  })
  .meta({ id: 'RightsRequest' });
export type RightsRequestView = z.infer<typeof rightsRequestViewSchema>;

/** Where a request stands, and until when it may (Article 12(3) GDPR). */
export function viewRightsRequest(request: RightsRequest): RightsRequestView {
  return {
    request,
    state: request.answer?.outcome ?? 'received',
    answerBefore: answerDeadline(request).toISOString(),
  };
}
