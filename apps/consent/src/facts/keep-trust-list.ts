import type { TrustListStore } from '@grondslag/claims';
import * as z from 'zod';
import type { createSessionDatabase } from '../session/session-database.ts';

const keptSchema = z.object({ keys: z.string(), text: z.string() });

/**
 * Keeps the newest trust list in this browser, so that a reload cannot be led back to an older one.
 *
 * It is kept with the keys it was believed under: when whoever serves the app pins others, it begins anew, because
 * a list under a key that is no longer pinned would leave the citizen with nobody to believe.
 */
export function keepTrustList(
  database: ReturnType<typeof createSessionDatabase>,
  operatorKeys: Readonly<Record<string, string>>,
): TrustListStore {
  const keys = JSON.stringify(Object.entries(operatorKeys).sort());
  return {
    async read() {
      const kept = keptSchema.safeParse(await database.getItem('newest')).data;
      return kept?.keys === keys ? kept.text : undefined;
    },
    async write(text) {
      await database.setItem('newest', { keys, text });
    },
  };
}
