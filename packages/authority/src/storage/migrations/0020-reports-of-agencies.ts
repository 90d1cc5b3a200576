import type { Migration } from './migration.ts';

/** Agencies report errors too: of one fact one report of each, so that none stands in the way of the citizen's own. */
export const reportsOfAgencies: Migration = {
  id: '0020-reports-of-agencies',
  statements: [
    'alter table correction add column agency text',
    'drop index correction_open',
    `create unique index correction_open on correction (citizen, resource, coalesce(agency, ''))
      where state in ('received', 'in-examination')`,
    'create index correction_agency on correction (agency, id) where agency is not null',
  ],
};
