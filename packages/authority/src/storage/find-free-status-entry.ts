import { randomInt } from 'node:crypto';
import { MIN_STATUS_LIST_BITS } from '@grondslag/claims';
import type { StatusEntry } from '../credentials/credential-store.ts';
import type { Database } from './database.ts';

/** A list is given up when half of it is taken, so that a free place is found in two tries. */
const MAX_ENTRIES_IN_LIST = MIN_STATUS_LIST_BITS / 2;

/** A place that nobody has yet in the newest list, or in the next when that is full. */
export async function findFreeStatusEntry(db: Database): Promise<StatusEntry> {
  const newest = await db
    .selectFrom('status_list')
    .select(['number', 'allocated'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const full = newest !== undefined && newest.allocated >= MAX_ENTRIES_IN_LIST;
  const list = newest === undefined ? 1 : newest.number + (full ? 1 : 0);
  for (;;) {
    const index = randomInt(MIN_STATUS_LIST_BITS);
    const taken = await db
      .selectFrom('credential')
      .select('id')
      .where('status_list', '=', list)
      .where('status_index', '=', index)
      .executeTakeFirst();
    if (taken === undefined) return { list, index };
  }
}
