import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { dataNeedSchema } from '../activities/data-need.ts';
import { groundSchema, protocolSchema } from '../activities/processing-activity.ts';
import { officialSchema } from '../law/official.ts';
import { competenceSchema } from '../participants/participant.ts';
import { assessmentSchema, weighingSchema } from '../weighing/weighing.ts';

/** Why and until when a citizen is told later: counted in the log of the citizen from the first day. */
export const noticeDelaySchema = z.strictObject({
  ground: localTextSchema,
  /** Provision that allows it: Article 14(5)(c), or a law under Article 23. */
  article: z.string().min(1).max(100),
  until: z.iso.datetime(),
  /** Who sees to it that it ends. */
  overseer: officialSchema,
});

/** When the citizen is told. */
export const noticePlanSchema = z.discriminatedUnion('when', [
  /** Before first use; the access starts this many days after. */
  z.strictObject({ when: z.literal('before'), waitDays: z.int().min(0).max(90) }),
  z.strictObject({ when: z.literal('at-once') }),
  z.strictObject({ when: z.literal('delayed'), delay: noticeDelaySchema }),
]);
export type NoticePlan = z.infer<typeof noticePlanSchema>;

/** Whom a mandate is about. */
const subjectsSchema = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('all') }),
  z.strictObject({ scope: z.literal('category'), description: localTextSchema }),
  z.strictObject({ scope: z.literal('one'), webId: z.url() }),
]);

/** What has happened to a mandate: each step is one line, by a person. */
export const mandateStepSchema = z.strictObject({
  step: z.enum(['decided', 'published', 'suspended', 'resumed', 'ended']),
  at: z.iso.datetime(),
  by: officialSchema,
  reasons: z.string().min(5).max(4_000),
  /** Of `decided`: compact JWS (RFC 7515) of the official over `mandateStatement`. */
  signature: z.string().min(1).max(4_000).exactOptional(),
});
export type MandateStep = z.infer<typeof mandateStepSchema>;

/**
 * The registered, decided-on permission for an agency to use a legal basis other than consent, for one purpose and
 * a closed set of data.
 */
export const mandateSchema = z
  .strictObject({
    id: z.url(),
    version: z.int().min(1),
    /** WebID. */
    agency: z.url(),
    name: localTextSchema,
    /** Version of the activity it was weighed with. */
    activity: z.strictObject({ id: z.url(), version: z.int().min(1) }),
    ...groundSchema.shape,
    purpose: z.url(),
    /** The task, in words anybody understands. */
    task: localTextSchema,
    competence: competenceSchema.exactOptional(),
    subjects: subjectsSchema,
    dataNeeds: z.array(dataNeedSchema).min(1).max(50),
    retentionDays: z.int().min(1).max(36_525),
    /** Days one access lasts, at most. */
    accessDays: z.int().min(1).max(1_096),
    notice: noticePlanSchema,
    endsWhen: localTextSchema,
    protocol: protocolSchema.exactOptional(),
    /** Of a public authority that acts as anybody could: the statement of its data protection officer. */
    privateLawAct: assessmentSchema.omit({ type: true }).exactOptional(),
    /** Whether helpers and representatives of the citizen are told nothing of access under it. */
    hiddenFromHelpers: z.literal(true).exactOptional(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    weighing: weighingSchema.exactOptional(),
    /** Oldest first. */
    steps: z.array(mandateStepSchema).max(200),
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    message: 'should be after validFrom',
    path: ['validUntil'],
  });
export type Mandate = z.infer<typeof mandateSchema>;
