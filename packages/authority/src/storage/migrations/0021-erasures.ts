import type { Migration } from './migration.ts';

/** That the agency erased what it kept under a grant that ended, with its signature. */
export const erasures: Migration = {
  id: '0021-erasures',
  statements: ['alter table credential add column erasure jsonb'],
};
