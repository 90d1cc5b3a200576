import { join } from 'node:path';
import type { CrashableStore } from './store.ts';

/** The embedded database: it runs inside the authority and dies with it. */
export function createEmbeddedStore(folder: string): CrashableStore {
  return {
    name: 'embedded, kill -9',
    config: { dataFolder: join(folder, 'data') },
    async crash(authority) {
      await authority.kill();
      return undefined;
    },
    close: async () => undefined,
  };
}
