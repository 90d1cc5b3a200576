import type { Migration } from './migration.ts';

export const counter: Migration = {
  id: '0012-counter',
  statements: [
    `create table desk (
      id text not null,
      version int not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      body jsonb not null,
      primary key (id, version)
    )`,
    // Decisions about who is a clerk; the last one counts.
    `create table clerk (
      web_id text not null,
      seq int not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      body jsonb not null,
      primary key (web_id, seq)
    )`,
    // Of the code and the date of birth only hashes.
    `create table letter (
      id text primary key,
      request_id text not null references credential (id),
      code_hash text not null unique,
      born_hash text not null,
      made_at timestamptz not null,
      answer_before timestamptz not null,
      wrong_tries int not null,
      replaced_at timestamptz
    )`,
    'create unique index letter_of_request on letter (request_id) where replaced_at is null',
    'create table letter_try (caller text not null, at timestamptz not null)',
    'create index letter_try_caller on letter_try (caller, at)',
    `create table counter_entry (
      id text primary key,
      citizen text not null,
      letter_id text not null references letter (id),
      clerk text not null,
      kind text not null,
      body jsonb not null
    )`,
    'create index counter_entry_citizen on counter_entry (citizen, id)',
    `create unique index counter_entry_opened on counter_entry (letter_id, clerk)
      where kind = 'opened'`,
  ],
};
