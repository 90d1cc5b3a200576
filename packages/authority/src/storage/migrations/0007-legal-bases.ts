import type { Migration } from './migration.ts';

export const legalBases: Migration = {
  id: '0007-legal-bases',
  statements: [
    // Rows are added, never changed: what held at any time can be looked up.
    `create table participant (
      web_id text not null,
      version int not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      body jsonb not null,
      primary key (web_id, version)
    )`,
    `create table admission (
      web_id text not null,
      seq int not null,
      recorded_by text not null,
      body jsonb not null,
      primary key (web_id, seq)
    )`,
    `create table processing_activity (
      id text not null,
      version int not null,
      controller text not null,
      recorded_at timestamptz not null,
      body jsonb not null,
      primary key (id, version)
    )`,
    'create index processing_activity_controller on processing_activity (controller, id, version)',
    `create table mandate (
      id text not null,
      version int not null,
      agency text not null,
      recorded_at timestamptz not null,
      body jsonb not null,
      primary key (id, version)
    )`,
    'create index mandate_agency on mandate (agency, id, version)',
    `create table mandate_step (
      id text not null,
      version int not null,
      seq int not null,
      body jsonb not null,
      primary key (id, version, seq),
      foreign key (id, version) references mandate (id, version)
    )`,
    `create table lawful_access (
      id text primary key,
      credential_id text not null unique references credential (id),
      agency text not null,
      citizen text not null,
      mandate_id text,
      mandate_version int,
      activity_id text not null,
      hidden_until timestamptz,
      body jsonb not null,
      information jsonb not null
    )`,
    'create index lawful_access_citizen on lawful_access (citizen, id)',
    'create index lawful_access_agency on lawful_access (agency, id)',
    'create index lawful_access_mandate on lawful_access (mandate_id, id)',
    'create index lawful_access_activity on lawful_access (activity_id, id)',
    `create table objection (
      id text primary key,
      access_id text not null references lawful_access (id),
      agency text not null,
      citizen text not null,
      received_at timestamptz not null,
      body jsonb not null
    )`,
    'create index objection_citizen on objection (citizen, agency, id)',
    'create index objection_agency on objection (agency, id)',
    'create index objection_access on objection (access_id, id)',
    `create table objection_step (
      objection_id text not null references objection (id),
      kind text not null,
      body jsonb not null,
      primary key (objection_id, kind)
    )`,
    `create table notice (
      id uuid primary key,
      citizen text not null,
      hidden_until timestamptz,
      body jsonb not null
    )`,
    'create index notice_citizen on notice (citizen, id)',
    `create table legal_decision (
      id uuid primary key,
      credential_id text,
      agency text not null,
      citizen text not null,
      body jsonb not null
    )`,
    'create index legal_decision_credential on legal_decision (credential_id, id)',
  ],
};
