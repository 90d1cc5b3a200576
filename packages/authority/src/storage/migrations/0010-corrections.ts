import type { Migration } from './migration.ts';

export const corrections: Migration = {
  id: '0010-corrections',
  statements: [
    `create table correction (
      id text primary key,
      citizen text not null,
      source text not null,
      resource text not null,
      state text not null,
      body jsonb not null
    )`,
    'create index correction_citizen on correction (citizen, id)',
    'create index correction_source on correction (source, id)',
    // Of one fact, one report at a time.
    `create unique index correction_open on correction (citizen, resource)
      where state in ('received', 'in-examination')`,
    `create table correction_step (
      correction_id text not null references correction (id),
      seq int not null,
      body jsonb not null,
      primary key (correction_id, seq)
    )`,
    // Who had the fact, and was told that it was corrected.
    `create table correction_recipient (
      agency text not null,
      correction_id text not null references correction (id),
      primary key (agency, correction_id)
    )`,
  ],
};
