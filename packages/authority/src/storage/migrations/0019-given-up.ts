import type { Migration } from './migration.ts';

/** Access that the agency itself gave up, and not the citizen. */
export const givenUp: Migration = {
  id: '0019-given-up',
  statements: ['alter table credential add column given_up boolean'],
};
