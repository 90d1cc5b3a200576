import type { PGlite } from '@electric-sql/pglite';

const EVERY_MILLISECONDS = 200;

/**
 * Brings to the disk what was committed without waiting for it. A server has a process for that; embedded nobody
 * does it before the next commit that waits, and until then even the end of our process would lose it.
 *
 * @returns whether there was anything
 */
export async function flushWal(pglite: PGlite): Promise<boolean> {
  const { rows } = await pglite.query<{ pending: boolean }>(
    'select pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() as pending',
  );
  if (!rows[0]?.pending) return false;
  // Writes something that nobody reads; its commit waits for the disk, and with it everything before.
  await pglite.query(`select pg_logical_emit_message(true, 'flush', '')`);
  return true;
}

/**
 * Flushes five times a second.
 *
 * @returns stops that
 */
export function flushWalRegularly(pglite: PGlite): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    // A disk that fails here fails the next commit too, and whoever waits for that one is told.
    flushWal(pglite)
      .catch(() => undefined)
      .finally(() => {
        running = false;
      });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
