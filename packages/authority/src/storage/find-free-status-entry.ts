import { randomInt } from 'node:crypto';
import { MIN_STATUS_LIST_BITS } from '@grondslag/claims';
import type { StatusEntry } from '../credentials/credential-store.ts';
import type { Database } from './database.ts';

/** A list is given up when half of it is taken, so that a free place is found in two tries. */
const MAX_ENTRIES_IN_LIST = MIN_STATUS_LIST_BITS / 2;
/** Places given out between two counts; other instances do the same, and there is room for them. */
const ENTRIES_BETWEEN_COUNTS = 1_000;

/**
 * Builds the search for a place that nobody has yet, in the newest list or in the next when that is full. Taken
 * places are counted now and then: a counter in the database would make all who issue wait for each other.
 */
export function createStatusEntryFinder(db: Database): () => Promise<StatusEntry> {
  let current: Promise<{ readonly list: number; left: number }> | undefined;
  return async () => {
    current ??= openList(db);
    const open = await current.catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    open.left--;
    if (open.left <= 0) current = undefined;
    return findFreeIn(db, open.list);
  };
}

async function openList(db: Database): Promise<{ readonly list: number; left: number }> {
  const { newest } = await db
    .selectFrom('status_list')
    .select((is) => is.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  const list = newest ?? 1;
  const { taken } = await db
    .selectFrom('credential')
    .select((is) => is.fn.countAll<number>().as('taken'))
    .where('status_list', '=', list)
    .executeTakeFirstOrThrow();
  return taken < MAX_ENTRIES_IN_LIST
    ? { list, left: ENTRIES_BETWEEN_COUNTS }
    : { list: list + 1, left: ENTRIES_BETWEEN_COUNTS };
}

async function findFreeIn(db: Database, list: number): Promise<StatusEntry> {
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
