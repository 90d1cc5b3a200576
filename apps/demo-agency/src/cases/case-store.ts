import type { Case } from './case.ts';

/** Where cases are kept. */
export interface CaseStore {
  /** Adds a case, or replaces it by its newer state; resolves when it is kept. */
  save(kept: Case): Promise<void>;
  /** `undefined` when there is no such case, or it belongs to another session. */
  find(id: string, session: string | undefined): Case | undefined;
}

/** Cases in memory. `onSave` is awaited before a case counts as kept. */
export function createCaseStore(
  kept: readonly Case[] = [],
  onSave: (changed: Case) => Promise<void> = async () => {},
): CaseStore {
  const cases = new Map(kept.map((one) => [one.id, one]));
  return {
    async save(changed) {
      await onSave(changed);
      cases.set(changed.id, changed);
    },
    find(id, session) {
      const found = cases.get(id);
      return found?.session === session ? found : undefined;
    },
  };
}
