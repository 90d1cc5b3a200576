import * as z from 'zod';
import { officialSchema } from '../law/official.ts';

const reasons = z.string().max(4_000);

/** One of the three questions: how sure one is, why, and on what conditions. */
const questionSchema = z.strictObject({
  /** 0: certainly not; 5: certainly. */
  score: z.int().min(0).max(5),
  reasons,
  conditions: z.array(z.string().min(1).max(1_000)).max(20),
});

/** The three questions before use: the law, quality and security, and whether it is right. */
export const weighingQuestions = ['may', 'can', 'want'] as const;

/** The nine steps, in order. */
export const weighingSteps = [
  'interest',
  'concretePurpose',
  'statutoryTask',
  'dataNeeded',
  'intendedEffects',
  'unintendedEffects',
  'notDoingIt',
  'proportionality',
  'decision',
] as const;

/** What was assessed on paper: `eu-gdpr:{type}` of DPV, or its general term. */
export const assessmentTypeSchema = z.enum([
  'NecessityAssessment',
  'ProportionalityAssessment',
  'DPIA',
  'BalancingTest',
  'PurposeCompatibilityAssessment',
]);
export type AssessmentType = z.infer<typeof assessmentTypeSchema>;

export const assessmentSchema = z.strictObject({
  type: assessmentTypeSchema,
  /** Where the document is. */
  url: z.url({ protocol: /^https?$/ }),
  date: z.iso.date(),
  /** SHA-256 of the document, in lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'should be a SHA-256 in lower-case hex'),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** The weighing before use, as it is written down. Empty texts are allowed: `findGaps` names them. */
export const weighingSchema = z.strictObject({
  questions: z.strictObject({ may: questionSchema, can: questionSchema, want: questionSchema }),
  steps: z.strictObject({
    interest: reasons,
    concretePurpose: reasons,
    statutoryTask: reasons,
    dataNeeded: reasons,
    intendedEffects: reasons,
    unintendedEffects: reasons,
    notDoingIt: reasons,
    proportionality: reasons,
    /** Why it is done, or is not. */
    decision: reasons,
  }),
  outcome: z.enum(['go', 'go-with-conditions', 'no-go']),
  assessments: z.array(assessmentSchema).max(20),
  by: officialSchema,
  at: z.iso.datetime(),
});
export type Weighing = z.infer<typeof weighingSchema>;
