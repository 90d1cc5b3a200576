import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { lawReferenceSchema } from '../law/law-reference.ts';
import { dataNeedSchema } from './data-need.ts';

/** A published agreement about the exchange: in Flanders Article 8 of the E-govdecreet. */
export const protocolSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  publishedOn: z.iso.date(),
});

/** What a basis rests on; the same in an activity and in a mandate. */
export const groundSchema = z.strictObject({
  /** `eu-gdpr:A6-1-*` of DPV. */
  basis: z.url(),
  /** `eu-gdpr:A9-2-*` of DPV, when special categories are among the data. */
  specialCategoryBasis: z.url().exactOptional(),
  /** What allows the use of data about crimes: Article 10 GDPR. */
  article10: lawReferenceSchema.exactOptional(),
  /** The national rule for an identity number: Article 87 GDPR. */
  identityNumberRule: lawReferenceSchema.exactOptional(),
  lawRefs: z.array(lawReferenceSchema).max(20),
});
export type Ground = z.infer<typeof groundSchema>;

/** One line of an agency's register of processing activities (Article 30 GDPR); a change is a new version. */
export const processingActivitySchema = z
  .strictObject({
    id: z.url(),
    version: z.int().min(1),
    /** WebID of the agency. */
    controller: z.url(),
    name: localTextSchema,
    /** Purpose as a DPV term, and in words anybody understands. */
    purpose: z.url(),
    purposeInWords: localTextSchema,
    ...groundSchema.shape,
    /** Which rule lets the source send the data: not a legal basis of who receives them. */
    transferAuthority: lawReferenceSchema.exactOptional(),
    dataNeeds: z.array(dataNeedSchema).min(1).max(50),
    /** Days the data are kept. */
    retentionDays: z.int().min(1).max(36_525),
    recipients: z.array(localTextSchema).max(50),
    protocol: protocolSchema.exactOptional(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime().exactOptional(),
  })
  .refine(({ validFrom, validUntil }) => !validUntil || validFrom < validUntil, {
    message: 'should be after validFrom',
    path: ['validUntil'],
  });
export type ProcessingActivity = z.infer<typeof processingActivitySchema>;

/** Whether this version holds at a moment: it has begun, and has not ended. */
export function isActivityCurrent(
  { validFrom, validUntil }: Pick<ProcessingActivity, 'validFrom' | 'validUntil'>,
  now: Date,
): boolean {
  return new Date(validFrom) <= now && (validUntil === undefined || now < new Date(validUntil));
}
