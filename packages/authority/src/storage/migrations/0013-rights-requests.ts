import type { Migration } from './migration.ts';

export const rightsRequests: Migration = {
  id: '0013-rights-requests',
  statements: [
    // What was asked is written once, and so is what was done with it.
    `create table rights_request (
      id text primary key,
      about text not null,
      "right" text not null,
      agency text not null,
      citizen text not null,
      body jsonb not null,
      extension jsonb,
      answer jsonb
    )`,
    'create index rights_request_agency on rights_request (agency, id)',
    'create index rights_request_citizen on rights_request (citizen, id)',
    // The same is not asked twice at once.
    `create unique index rights_request_waiting on rights_request (citizen, about, "right")
      where answer is null`,
  ],
};
