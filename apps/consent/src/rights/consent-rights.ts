import { type RightInContext, rightsFor } from '@grondslag/legal-basis';

/** Rights against an organisation that reads, with consent, what a source placed. */
export const consentRights: readonly RightInContext[] = rightsFor('a', {
  providedByCitizen: false,
  automatedDecision: false,
  objection: 'none',
  directMarketing: false,
});
