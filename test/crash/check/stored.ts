import type { AccessCredential, ReadRecord } from '@grondslag/protocol';
import type { StatusLists } from './status-lists.ts';

/** What the authority has, as its interface shows it. */
export interface Stored {
  readonly credentials: readonly AccessCredential[];
  readonly reads: readonly ReadRecord[];
  readonly lists: StatusLists;
}
