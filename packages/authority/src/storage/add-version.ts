import type { AddVersionOutcome } from '../register/register-store.ts';

/**
 * Adds version 1, or the next one of what has the same owner.
 *
 * @param insert rows that were inserted: none when the primary key let another of concurrent calls through
 */
export async function addVersion(
  { version, owner }: { readonly version: number; readonly owner: string },
  findLast: () => Promise<{ readonly version: number; readonly owner: string } | undefined>,
  insert: () => Promise<readonly unknown[]>,
): Promise<AddVersionOutcome> {
  const last = await findLast();
  if (last !== undefined && last.owner !== owner) return 'of_another';
  if (version !== (last?.version ?? 0) + 1) return 'not_next_version';
  return (await insert()).length === 0 ? 'not_next_version' : 'added';
}
