import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { AuthorityError } from '../errors.ts';

/** Folders this process holds: in a container each process may have the same number. */
const held = new Set<string>();

/**
 * Keeps other processes out of a database folder, with a lock file beside it that names our process: PGlite has
 * no lock of its own, and of two processes writing to one folder one loses its data.
 *
 * @returns gives the folder free
 * @throws {AuthorityError} `database_in_use`
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  if (!create(file)) {
    const owner = Number(readFileSync(file, 'utf8'));
    if (held.has(file) || (owner !== process.pid && isRunning(owner))) throw inUse(file, owner);
    // Left behind by a crash (after a power cut the file may be empty).
    rmSync(file, { force: true });
    if (!create(file)) throw inUse(file, owner);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

function create(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(file: string, owner: number): AuthorityError {
  return new AuthorityError(
    'database_in_use',
    `The database is in use by process ${owner}: stop that one first. If process ${owner} is another program, remove ${file}.`,
  );
}
