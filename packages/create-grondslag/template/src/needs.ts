import { type AskedNeed, g } from '@grondslag/agency';

/** Which facts you need, and why. What is not required, the citizen can leave out. */
export const needs: AskedNeed[] = [
  {
    claimType: g.IncomeCredential,
    fields: ['year', 'amount'],
    reason: {
      nl: 'Uw inkomen bepaalt welke hulp past.',
      en: 'Your income decides which help suits you.',
    },
    required: true,
  },
];
