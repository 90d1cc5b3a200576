import type { Migration } from './migration.ts';

/** Cards with which a citizen who has no letter can be helped at a counter, and letters that are printed there. */
export const counterCards: Migration = {
  id: '0018-counter-cards',
  statements: [
    // Of the number and the date of birth only hashes.
    `create table counter_card (
      id text primary key,
      citizen text not null,
      code_hash text not null unique,
      born_hash text not null,
      made_at timestamptz not null,
      wrong_tries int not null,
      ended_at timestamptz
    )`,
    'create unique index counter_card_citizen on counter_card (citizen) where ended_at is null',
    'alter table letter add column printed_by text',
    'alter table counter_entry alter column letter_id drop not null',
    "create index counter_entry_found on counter_entry (clerk, id) where kind = 'found'",
  ],
};
