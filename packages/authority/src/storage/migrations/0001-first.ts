import type { Migration } from './migration.ts';

export const first: Migration = {
  id: '0001-first',
  statements: [
    `create table signing_key (
      use text primary key,
      id text not null,
      private_jwk jsonb not null,
      created_at timestamptz not null
    )`,
    `create table status_list (
      number int primary key,
      allocated int not null,
      version int not null,
      changed_at timestamptz not null
    )`,
    `create table credential (
      id text primary key,
      kind text not null,
      from_agent text not null,
      to_agent text not null,
      status_list int not null,
      status_index int not null,
      recorded_at timestamptz not null,
      valid_from timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz,
      body jsonb not null,
      unique (status_list, status_index)
    )`,
    'create index credential_from_agent on credential (from_agent, id)',
    'create index credential_to_agent on credential (to_agent, id)',
    `create table credential_resource (
      credential_id text not null references credential (id),
      resource text not null,
      primary key (credential_id, resource)
    )`,
    `create table credential_purpose (
      credential_id text not null references credential (id),
      purpose text not null,
      primary key (credential_id, purpose)
    )`,
    `create table decision (
      request_id text primary key references credential (id),
      credential_id text not null references credential (id),
      outcome text not null
    )`,
    `create table used_ticket (
      jti text primary key,
      expires_at timestamptz not null
    )`,
    'create index used_ticket_expires_at on used_ticket (expires_at)',
    `create table read_record (
      id text primary key,
      at timestamptz not null,
      grant_id text not null,
      agency text not null,
      owner text not null,
      body jsonb not null,
      received_at timestamptz not null
    )`,
    'create index read_record_agency on read_record (agency, at, id)',
    'create index read_record_owner on read_record (owner, at, id)',
  ],
};
