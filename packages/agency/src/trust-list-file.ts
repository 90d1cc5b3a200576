import { open, readFile, rename } from 'node:fs/promises';
import type { TrustListStore } from '@grondslag/claims';

/**
 * Keeps the newest trust list in a file, for one process, so that a restart cannot be led back to an older one. A
 * list is on disk (fsync) before it is used. Delete the file only to begin anew on purpose.
 */
export function keepTrustList(file: string): TrustListStore {
  return {
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(text) {
      // Renamed into place: a crash leaves the old list or the new one, never a part.
      const beside = `${file}.new`;
      const handle = await open(beside, 'w', 0o600);
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, file);
    },
  };
}
