import type { Migration } from './migration.ts';

export const api: Migration = {
  id: '0003-api',
  statements: [
    `create table idempotency_key (
      owner text not null,
      key text not null,
      fingerprint text not null,
      resource_id uuid not null,
      lease_until timestamptz not null,
      answer jsonb,
      created_at timestamptz not null,
      primary key (owner, key)
    )`,
    'create index idempotency_key_created_at on idempotency_key (created_at)',
    `create table webhook (
      id uuid primary key,
      owner text not null,
      url text not null,
      secret text not null,
      types jsonb not null,
      created_at timestamptz not null,
      delivered_seq bigint not null,
      failures int not null,
      failing_since timestamptz,
      last_problem text,
      next_attempt_at timestamptz not null,
      lease uuid,
      lease_until timestamptz,
      disabled_at timestamptz
    )`,
    'create index webhook_owner on webhook (owner, id)',
    'create index webhook_next_attempt_at on webhook (next_attempt_at) where disabled_at is null',
  ],
};
