import type { Transaction } from 'kysely';
import type { StatusDecision } from '../lawful-access/lawful-access-store.ts';
import { addDecision, addNotice } from './add-records.ts';
import { changeStatus } from './change-status.ts';
import type { Tables } from './database.ts';

/** Changes the status of lawful access in a transaction of the caller's. @returns the feeds that were written */
export async function changeAccess(
  tx: Transaction<Tables>,
  { credential, change, at, decision, notice }: StatusDecision,
): Promise<readonly string[]> {
  const feeds = await changeStatus(tx, change, { id: credential, at });
  if (feeds.length === 0) return feeds;
  await addDecision(tx, decision);
  if (notice !== undefined) await addNotice(tx, notice);
  return feeds;
}
