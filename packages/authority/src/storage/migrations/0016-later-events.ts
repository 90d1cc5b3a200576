import type { Migration } from './migration.ts';

/** What readers of feeds are told later: at the end of a delay, or together with what else is read meanwhile. */
export const laterEvents: Migration = {
  id: '0016-later-events',
  statements: [
    `create table feed_later (
      feed text not null,
      kind text not null,
      credential_id text not null,
      id uuid not null,
      due_at timestamptz not null,
      primary key (feed, kind, credential_id)
    )`,
    'create index feed_later_due on feed_later (due_at, id)',
  ],
};
