import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { dataNeedSchema } from '../activities/data-need.ts';
import { groundSchema } from '../activities/processing-activity.ts';
import { officialSchema } from '../law/official.ts';
import { noticePlanSchema } from '../mandates/mandate.ts';

/** What was written down before anything opened, and when somebody else looks at it. */
export const emergencySchema = z.strictObject({
  danger: z.string().min(1).max(2_000),
  whyNoOtherBasis: z.string().min(1).max(2_000),
  officials: z.array(officialSchema).min(1).max(5),
  reviewBefore: z.iso.datetime(),
});

/**
 * What an authority says when it lets an agency read under a mandate. Never called consent: it has no consent
 * status, nobody was asked, and there is nothing to withdraw.
 */
export const lawfulAccessSchema = z
  .strictObject({
    id: z.url(),
    /** WebIDs. */
    agency: z.url(),
    citizen: z.url(),
    /** Absent in an emergency only. */
    mandate: z
      .strictObject({ id: z.url(), version: z.int().min(1), name: localTextSchema })
      .exactOptional(),
    activity: z.strictObject({ id: z.url(), version: z.int().min(1) }),
    ...groundSchema.shape,
    purpose: z.url(),
    task: localTextSchema,
    dataNeeds: z.array(dataNeedSchema).min(1).max(50),
    /** Containers of facts placed by sources, in the vault of the citizen. */
    resources: z.array(z.url()).min(1).max(50),
    notice: noticePlanSchema,
    issuedAt: z.iso.datetime(),
    /** From then on it opens something: later than `issuedAt` when the citizen is told some days before. */
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    /** Of access in an emergency (Article 6(1)(d)). */
    emergency: emergencySchema.exactOptional(),
  })
  .refine(({ mandate, emergency }) => mandate !== undefined || emergency !== undefined, {
    message: 'only an emergency goes without a mandate',
    path: ['mandate'],
  });
export type LawfulAccess = z.infer<typeof lawfulAccessSchema>;
