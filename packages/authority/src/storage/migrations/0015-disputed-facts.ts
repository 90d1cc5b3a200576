import type { Migration } from './migration.ts';

/** Agencies are told of a dispute too: who knows of a report is looked up by the report. */
export const disputedFacts: Migration = {
  id: '0015-disputed-facts',
  statements: [
    'create index correction_recipient_correction on correction_recipient (correction_id)',
  ],
};
