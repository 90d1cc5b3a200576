import type { Migration } from './migration.ts';

/** Who helps a citizen, what they did, and in the feeds that it was they. */
export const helpers: Migration = {
  id: '0011-helpers',
  statements: [
    `create table helper (
      id text primary key,
      citizen text not null,
      helper text,
      code_digest text unique,
      accept_before timestamptz,
      invited_at timestamptz not null,
      accepted_at timestamptz,
      started_at timestamptz,
      ended_at timestamptz,
      ended_by text,
      until timestamptz not null,
      grant_id text references credential (id),
      opened jsonb not null,
      body jsonb not null
    )`,
    'create index helper_citizen on helper (citizen, id)',
    'create index helper_helper on helper (helper, id)',
    `create table helper_act (
      id uuid primary key,
      helper_id text not null references helper (id),
      at timestamptz not null,
      did text not null,
      subject text not null
    )`,
    'create index helper_act_helper on helper_act (helper_id, id)',
    'alter table feed_entry add column acted_by text',
  ],
};
