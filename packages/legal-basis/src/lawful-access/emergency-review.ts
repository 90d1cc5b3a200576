import { localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { officialSchema } from '../law/official.ts';

/** What somebody found who did not open the emergency access; recorded once, and not changed. */
export const emergencyReviewSchema = z.strictObject({
  /** Id of the lawful access. */
  access: z.url(),
  /** `not-justified`: it should not have been opened; if it is still open, it ends. */
  outcome: z.enum(['justified', 'not-justified']),
  /** For the citizen to read. */
  reasons: localTextSchema,
  by: officialSchema,
  at: z.iso.datetime(),
});
export type EmergencyReview = z.infer<typeof emergencyReviewSchema>;

/** `due`: there is time. `overdue`: nobody looked in time; a review may still come. `done`: it is on record. */
export const reviewStateSchema = z.enum(['due', 'overdue', 'done']);
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** Where the review of an emergency stands at a moment. */
export function reviewStateAt(
  { reviewBefore }: { readonly reviewBefore: string },
  review: EmergencyReview | undefined,
  now: Date,
): ReviewState {
  if (review !== undefined) return 'done';
  return new Date(reviewBefore) <= now ? 'overdue' : 'due';
}
