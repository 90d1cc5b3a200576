import { accessEnvelope, contactSchema, localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { dataNeedSchema } from '../activities/data-need.ts';
import { officialSchema } from '../law/official.ts';
import { emergencyReviewSchema, reviewStateSchema } from '../lawful-access/emergency-review.ts';
import { lawfulAccessSchema } from '../lawful-access/lawful-access.ts';
import { explainedSchema, rightInContextSchema } from './words.ts';

/** What officials write down before anything opens in an emergency. Whether it suffices is for the rules to say. */
export const breakGlassSchema = z.strictObject({
  danger: z.string().max(2_000),
  whyNoOtherBasis: z.string().max(2_000),
  officials: z.array(officialSchema).max(5),
  reviewAfterwards: z.boolean(),
  minutes: z.number(),
});

/** `POST v1/lawful-accesses`: under a mandate, or in an emergency under an activity with basis 6(1)(d). */
export const newLawfulAccessSchema = z
  .strictObject({
    mandate: z.url().exactOptional(),
    activity: z.url().exactOptional(),
    citizen: z.url({ protocol: /^https?$/ }),
    /** All of the mandate when left out. */
    dataNeeds: z.array(dataNeedSchema).min(1).max(50).exactOptional(),
    /** As long as the mandate allows when left out. */
    until: z.iso.datetime().exactOptional(),
    breakGlass: breakGlassSchema.exactOptional(),
  })
  .refine((sent) => (sent.mandate === undefined) !== (sent.activity === undefined), {
    message: 'name the mandate, or in an emergency the activity',
    path: ['mandate'],
  })
  .meta({ id: 'NewLawfulAccess' });
export type NewLawfulAccess = z.infer<typeof newLawfulAccessSchema>;

/** The credential that is exchanged for tokens: VC Data Model 1.1 with its own type; there is no consent in it. */
export const lawfulAccessCredentialSchema = z.object({
  ...accessEnvelope,
  expirationDate: z.iso.datetime({ offset: true }),
  type: z
    .array(z.string())
    .refine((types) => types.includes('GrondslagLawfulAccess'), 'type must include it'),
  credentialSubject: z.strictObject({
    /** WebID of the agency. */
    id: z.url(),
    lawfulAccess: lawfulAccessSchema,
  }),
});
export type LawfulAccessCredential = z.infer<typeof lawfulAccessCredentialSchema>;

/**
 * `waiting`: the citizen was told, and it has not begun. `suspended`: it may count again. `ended`: it will not.
 * `expired`: its time is over.
 */
export const lawfulAccessStateSchema = z.enum([
  'waiting',
  'active',
  'suspended',
  'ended',
  'expired',
]);
export type LawfulAccessState = z.infer<typeof lawfulAccessStateSchema>;

/** Answer to `POST v1/lawful-accesses`. */
export const issuedLawfulAccessSchema = z
  .strictObject({
    id: z.uuid(),
    access: lawfulAccessSchema,
    state: lawfulAccessStateSchema,
    credential: lawfulAccessCredentialSchema,
  })
  .meta({ id: 'IssuedLawfulAccess' });
export type IssuedLawfulAccess = z.infer<typeof issuedLawfulAccessSchema>;

/** What Articles 13 and 14 GDPR want told beside the access itself, as it was when the access was given. */
export const noticeInformationSchema = z.strictObject({
  controller: z.strictObject({ webId: z.url(), name: localTextSchema, contact: contactSchema }),
  dataProtectionOfficer: contactSchema,
  /** Who placed the data: issuers of the kinds of fact named. */
  sources: z.array(z.strictObject({ id: z.url(), name: localTextSchema })),
  recipients: z.array(localTextSchema),
  retentionDays: z.int(),
  /** What the laws named are called and where anybody can read them, as far as this authority knows. */
  laws: z
    .array(
      z.strictObject({
        identifier: z.string(),
        title: localTextSchema,
        publishedAt: z.url({ protocol: /^https?$/ }),
      }),
    )
    .exactOptional(),
});
export type NoticeInformation = z.infer<typeof noticeInformationSchema>;

/** `GET v1/lawful-accesses/{uuid}` */
export const lawfulAccessViewSchema = z
  .strictObject({
    id: z.uuid(),
    /** Of the signed credential; reads are logged under it. */
    credential: z.url(),
    access: lawfulAccessSchema,
    state: lawfulAccessStateSchema,
    /** Why it is allowed now, or why not. */
    why: explainedSchema,
    rights: z.array(rightInContextSchema),
    information: noticeInformationSchema,
    /** Where the mandate is. */
    mandate: z.url().exactOptional(),
    /** Where the newest objection against it is. */
    objection: z.url().exactOptional(),
    /** Of access in an emergency: whether somebody else looked at it; by when is in the access. */
    reviewState: reviewStateSchema.exactOptional(),
    /** What that one found. */
    review: emergencyReviewSchema.exactOptional(),
  })
  .meta({ id: 'LawfulAccess' });
export type LawfulAccessView = z.infer<typeof lawfulAccessViewSchema>;

/** `PUT v1/lawful-accesses/{uuid}/review`; the authority adds the time, and what it is about is in the path. */
export const newEmergencyReviewSchema = emergencyReviewSchema
  .omit({ access: true, at: true })
  .meta({ id: 'NewEmergencyReview' });
export type NewEmergencyReview = z.infer<typeof newEmergencyReviewSchema>;

/**
 * Query of `GET v1/lawful-accesses`: yours, as citizen (`citizen=me`) or as agency (`agency=me`); or for the operator
 * emergencies of every agency (`agency=any`).
 */
export const lawfulAccessFilterSchema = z
  .strictObject({
    citizen: z.literal('me').exactOptional(),
    agency: z.enum(['me', 'any']).exactOptional(),
    state: lawfulAccessStateSchema.exactOptional(),
    /** Emergencies only, by where their review stands. */
    review: reviewStateSchema.exactOptional(),
    cursor: z.uuid().exactOptional(),
  })
  .refine(({ review, agency }) => review === undefined || agency !== undefined, {
    message: 'goes with agency=me, or agency=any for the operator',
    path: ['review'],
  })
  .meta({ description: 'Of the caller.' });
