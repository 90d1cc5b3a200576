import type { Migration } from './migration.ts';

export const feeds: Migration = {
  id: '0002-feeds',
  statements: [
    'alter table credential add column suspended_at timestamptz',
    `alter table credential add column vaults jsonb not null default '[]'`,
    // What was issued before: the vault servers we know of are each a whole origin.
    `update credential set vaults = origins.vaults from (
      select credential_id, jsonb_agg(distinct substring(resource from '^https?://[^/]+/')) as vaults
      from credential_resource group by credential_id
    ) as origins where origins.credential_id = credential.id`,
    `create table feed (
      name text primary key,
      head bigint not null
    )`,
    `create table feed_entry (
      feed text not null,
      seq bigint not null,
      id uuid not null,
      kind text not null,
      credential_id text not null,
      at timestamptz not null,
      primary key (feed, seq)
    )`,
    'create index feed_entry_feed_at on feed_entry (feed, at, seq)',
    'create index feed_entry_at on feed_entry (at)',
  ],
};
