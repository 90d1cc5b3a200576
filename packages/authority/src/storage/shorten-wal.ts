import type { PGlite } from '@electric-sql/pglite';

/** Write-ahead log that a crash may leave to be replayed: about a second of it. */
const MAX_WAL_BYTES = 64 * 1024 * 1024;
const LOOK_EVERY_MILLISECONDS = 10_000;

/**
 * Makes a checkpoint when the write-ahead log has grown beyond `maxBytes` since the last one. A server does so by
 * itself; embedded there is no background process, the log grew for as long as the process lived, and a start
 * after a crash replayed all of it.
 *
 * @returns whether it made one
 */
export async function shortenWal(pglite: PGlite, maxBytes = MAX_WAL_BYTES): Promise<boolean> {
  const { rows } = await pglite.query<{ long: boolean }>(
    'select pg_current_wal_lsn() - redo_lsn > $1 as long from pg_control_checkpoint()',
    [maxBytes],
  );
  if (!rows[0]?.long) return false;
  await pglite.exec('checkpoint');
  return true;
}

/**
 * Looks every ten seconds.
 *
 * @returns stops looking
 */
export function keepWalShort(pglite: PGlite): () => void {
  const timer = setInterval(() => {
    // A disk that fails here fails the next commit too, and whoever waits for that one is told.
    shortenWal(pglite).catch(() => undefined);
  }, LOOK_EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
