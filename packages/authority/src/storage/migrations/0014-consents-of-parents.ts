import type { Migration } from './migration.ts';

/** What a representative said yes to for a child, to be confirmed when it comes of age. */
export const consentsOfParents: Migration = {
  id: '0014-consents-of-parents',
  statements: [
    `create table represented_grant (
      grant_id text primary key references credential (id),
      helper_id text not null references helper (id),
      citizen text not null,
      asked_from timestamptz not null,
      confirm_before timestamptz not null,
      confirmed_at timestamptz
    )`,
    'create index represented_grant_citizen on represented_grant (citizen, asked_from)',
    `create index represented_grant_open on represented_grant (confirm_before)
      where confirmed_at is null`,
  ],
};
