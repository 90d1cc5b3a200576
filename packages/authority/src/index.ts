// Run one

// What it says
export { createOpenApi } from './api/openapi/create-openapi.ts';
export { type AuthorityConfig, authorityConfigSchema } from './config.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
// Build one from its parts
export {
  type AuthorityOptions,
  createAuthority,
  DEFAULT_TOKEN_LIFETIME_SECONDS,
} from './create-authority.ts';
// What it remembers
export type { CredentialStore } from './credentials/credential-store.ts';
export { AuthorityError, type AuthorityErrorCode } from './errors.ts';
export { createGuardedFetch, type Fetch, type GuardedFetch } from './http/guarded-fetch.ts';
export type { Log, LogEntry } from './http/log.ts';
export type { AuthorityKeys, TokenKey } from './keys/authority-keys.ts';
export type { KeyStore } from './keys/key-store.ts';
export { loadKeys } from './keys/load-keys.ts';
export type { ReadStore } from './log/read-store.ts';
export { type OpenAuthority, openAuthority } from './open-authority.ts';
export { problemTypes } from './problems/problem-types.ts';
export {
  type DatabaseLocation,
  type OpenDatabase,
  openDatabase,
} from './storage/open-database.ts';
export { openMemoryDatabase } from './storage/open-embedded-database.ts';
export { type AuthorityStores, createSqlStores } from './storage/stores.ts';
export type { TicketStore } from './tokens/ticket-store.ts';
export { type AskControl, createAskControl } from './vaults/ask-control.ts';
export type { Vault } from './vaults/vault.ts';
