import type { Migration } from './migration.ts';

export const proofsAndKeys: Migration = {
  id: '0005-proofs-and-keys',
  statements: [
    `create table used_proof (
      id text primary key,
      expires_at timestamptz not null
    )`,
    'create index used_proof_expires_at on used_proof (expires_at)',
    `alter table signing_key
      add column generation int not null default 1,
      add column signs_from timestamptz,
      add column withdrawn_at timestamptz`,
    'update signing_key set signs_from = created_at',
    `alter table signing_key
      alter column generation drop default,
      alter column signs_from set not null,
      drop constraint signing_key_pkey,
      add primary key (use, generation)`,
  ],
};
