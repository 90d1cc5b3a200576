import type { Migration } from './migration.ts';

export const emergencyReviews: Migration = {
  id: '0008-emergency-reviews',
  statements: [
    // A row an emergency, from when it is opened; its review is written once.
    `create table emergency_review (
      access_id text primary key references lawful_access (id),
      agency text not null,
      due_before timestamptz not null,
      recorded_by text,
      body jsonb
    )`,
    `insert into emergency_review (access_id, agency, due_before)
      select id, agency, (body->'emergency'->>'reviewBefore')::timestamptz from lawful_access
      where body->'emergency' is not null`,
    'create index emergency_review_agency on emergency_review (agency, access_id)',
    // What waits for a review is little, however many there have been.
    'create index emergency_review_due on emergency_review (agency, access_id) where body is null',
  ],
};
