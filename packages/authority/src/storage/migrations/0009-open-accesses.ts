import type { Migration } from './migration.ts';

/** What is still open under a mandate, an activity or an agency, without reading all that ever was. */
export const openAccesses: Migration = {
  id: '0009-open-accesses',
  statements: [
    // as in its credential, where an index can not have it beside what the access rests on
    'alter table lawful_access add column ends_at timestamptz',
    `update lawful_access set ends_at = credential.expires_at from credential
      where credential.id = lawful_access.credential_id`,
    'alter table lawful_access alter column ends_at set not null',
    'drop index lawful_access_mandate',
    'drop index lawful_access_activity',
    'create index lawful_access_mandate on lawful_access (mandate_id, ends_at, id)',
    'create index lawful_access_activity on lawful_access (activity_id, ends_at, id)',
    'create index lawful_access_open on lawful_access (agency, ends_at, id)',
  ],
};
