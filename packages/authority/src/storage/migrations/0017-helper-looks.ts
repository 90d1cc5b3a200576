import type { Migration } from './migration.ts';

/** What helpers looked through, a line for each day and kind; and which help time has ended. */
export const helperLooks: Migration = {
  id: '0017-helper-looks',
  statements: [
    `create table helper_look (
      id uuid primary key,
      helper_id text not null references helper (id),
      kind text not null,
      day date not null,
      at timestamptz not null,
      unique (helper_id, day, kind)
    )`,
    'create index helper_look_at on helper_look (at)',
    'create index helper_due on helper (until) where ended_at is null',
  ],
};
