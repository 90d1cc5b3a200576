import type { Migration } from './migration.ts';

export const hotStatements: Migration = {
  id: '0006-hot-statements',
  statements: [
    // One list for each party, in the order of its pages. (An index on each side of `credential` can be passed over
    // for the primary key, which has the same order and everybody's credentials.)
    `create table credential_party (
      agent text not null,
      credential_id text not null references credential (id),
      primary key (agent, credential_id)
    )`,
    `insert into credential_party
      select from_agent, id from credential union select to_agent, id from credential`,
    'drop index credential_from_agent',
    'drop index credential_to_agent',
    'create index credential_parties on credential (from_agent, to_agent, id)',
    'create index credential_resource_resource on credential_resource (resource, credential_id)',
    'create index credential_revoked on credential (status_list, status_index) where revoked_at is not null',
    'create index credential_suspended on credential (status_list, status_index) where suspended_at is not null',
    'create index read_record_grant on read_record (grant_id, at, id)',
    // Every new credential waited for the one before it to commit, to count itself here.
    'alter table status_list drop column allocated',
  ],
};
