import type { Migration } from './migration.ts';

export const signedHash: Migration = {
  id: '0004-signed-hash',
  // What was issued before has none, and is canonicalized when it is presented.
  statements: ['alter table credential add column signed_hash text'],
};
