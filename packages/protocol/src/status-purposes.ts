import * as z from 'zod';

/** What an entry of a status list says: that a fact does not hold (any more, or for now), or something about it. */
export const statusPurposes = ['revocation', 'suspension', 'message', 'refresh'] as const;

/**
 * Kind of claim → the purposes of the statuses that a source's credentials of that kind always have, each as often as
 * it is always there. Who verifies one without them knows that something was left out.
 */
export const statusPurposesSchema = z.record(
  z.url(),
  z.array(z.enum(statusPurposes)).min(1).max(8),
);
