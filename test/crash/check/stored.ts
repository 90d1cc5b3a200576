import type { AccessCredential, CredentialStatusChange, ReadRecord } from '@grondslag/protocol';
import type { StatusLists } from './status-lists.ts';

/** What the authority has, as its interface shows it. */
export interface Stored {
  readonly credentials: readonly AccessCredential[];
  readonly reads: readonly ReadRecord[];
  readonly lists: StatusLists;
  /** What the vault server heard, from the beginning. */
  readonly changes: readonly CredentialStatusChange[];
}
