import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { officialSchema } from '../law/official.ts';

/** Fields of one fact that are wrong, and what they should be as far as the citizen says so. */
const wrongFieldSchema = z.strictObject({
  /** Name of the field in the fact. */
  name: z.string().regex(/^[A-Za-z][\w-]{0,99}$/),
  shouldBe: z.string().trim().min(1).max(500).exactOptional(),
});

const reportSchema = z.strictObject({
  /** Where the fact is in the citizen's vault. */
  resource: z.url().max(2_000),
  /** `id` of its credential: what its source calls it. */
  credential: z.url().max(2_000),
  claimType: z.url().max(2_000),
  /** `id` of the source. */
  source: z.url().max(2_000),
  /** None when the citizen says it in words alone: of a fact that cannot be shown, no field can be chosen. */
  fields: z.array(wrongFieldSchema).max(50),
  /** In the citizen's own words. */
  words: z.string().trim().min(1).max(2_000).exactOptional(),
});
/** What a citizen reports of a fact. Its values do not travel: the source has them. */
export const newCorrectionSchema = reportSchema.refine(
  ({ fields, words }) => fields.length > 0 || words !== undefined,
  { path: ['fields'], message: 'A report says what is wrong: fields, words or both.' },
);
export type NewCorrection = z.infer<typeof newCorrectionSchema>;

/** Why an agency doubts a fact; a closed list, so that no value of anybody travels with it. */
export const doubtSchema = z.enum([
  'citizen-says-otherwise',
  'other-source-says-otherwise',
  'out-of-date',
  'cannot-be',
]);
export type Doubt = z.infer<typeof doubtSchema>;

/**
 * What an agency reports of a fact that it may read, or might not long ago. It names fields and no values: the source
 * has its own, and what the agency knows from elsewhere is not for the source.
 */
export const newAgencyReportSchema = z.strictObject({
  ...reportSchema.omit({ fields: true, words: true }).shape,
  /** Id of the grant, or of the lawful access, under which it may read the fact. */
  access: z.url().max(2_000),
  fields: z
    .array(wrongFieldSchema.omit({ shouldBe: true }))
    .min(1)
    .max(50),
  doubt: doubtSchema,
});
export type NewAgencyReport = z.infer<typeof newAgencyReportSchema>;

/** What a source does with it; after `corrected` or `rejected` nothing follows. */
export const correctionStepKindSchema = z.enum(['in-examination', 'corrected', 'rejected']);
export type CorrectionStepKind = z.infer<typeof correctionStepKindSchema>;

/** A step of the source. A rejection says why (Article 12(4) GDPR). */
export const newCorrectionStepSchema = z
  .strictObject({
    step: correctionStepKindSchema,
    reasons: localTextSchema.exactOptional(),
    by: officialSchema,
    /** Of `corrected`: where the fact is that takes its place. */
    replacement: z.url().max(2_000).exactOptional(),
  })
  .refine(({ step, reasons }) => step !== 'rejected' || reasons !== undefined, {
    path: ['reasons'],
    message: 'A rejection says why.',
  })
  .refine(({ step, replacement }) => step === 'corrected' || replacement === undefined, {
    path: ['replacement'],
    message: 'Only what was corrected has a replacement.',
  });
export type NewCorrectionStep = z.infer<typeof newCorrectionStepSchema>;

const correctionStepSchema = z.intersection(
  newCorrectionStepSchema,
  z.object({ at: z.iso.datetime() }),
);
export type CorrectionStep = z.infer<typeof correctionStepSchema>;

/** A report of an error in a fact, to its source (Article 16 GDPR). */
export const correctionSchema = z.strictObject({
  id: z.url(),
  /** WebID. */
  citizen: z.url(),
  ...reportSchema.shape,
  receivedAt: z.iso.datetime(),
  /** The help under which somebody reported for the citizen; the citizen alone and the helper may look there. */
  helper: z.url({ protocol: /^https?$/ }).exactOptional(),
  /** The agency that reported it, and not the citizen. */
  reportedBy: z
    .strictObject({ agency: z.url(), access: z.url(), doubt: doubtSchema })
    .exactOptional(),
  /** Oldest first. */
  steps: z.array(correctionStepSchema).max(2),
});
export type Correction = z.infer<typeof correctionSchema>;

export const correctionStateSchema = z.enum(['received', ...correctionStepKindSchema.options]);
export type CorrectionState = z.infer<typeof correctionStateSchema>;

/** Where a report stands. */
export function correctionState({ steps }: Pick<Correction, 'steps'>): CorrectionState {
  return steps.at(-1)?.step ?? 'received';
}

const next: Readonly<Record<CorrectionState, readonly CorrectionStepKind[]>> = {
  received: ['in-examination', 'corrected', 'rejected'],
  'in-examination': ['corrected', 'rejected'],
  corrected: [],
  rejected: [],
};

/** Steps that can follow a state. */
export function stepsAfter(state: CorrectionState): readonly CorrectionStepKind[] {
  return next[state];
}
