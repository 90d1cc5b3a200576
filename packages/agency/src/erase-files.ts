import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What was erased, and when: to keep with the register of processing activities, and to show who asks (Article 5(2) GDPR). */
export interface ErasureRecord {
  readonly erasedAt: Date;
  readonly files: readonly {
    readonly file: string;
    readonly bytes: number;
    /** Of what was in it, so that a copy can be recognised; lower case, hex. */
    readonly sha256: string;
  }[];
  /** Were not there: nothing was erased. */
  readonly missing: readonly string[];
}

/**
 * Erases what was kept of facts when a purpose is done: answers of `readMany`, checkpoints. Resolves when it is on disk.
 * It says nothing of backups, nor of what a disk keeps of files that are gone.
 *
 * @throws the error of the file system when one is there and cannot be erased; those before it are gone then
 */
export async function eraseFiles(
  files: readonly string[],
  { now = () => new Date() }: { readonly now?: () => Date } = {},
): Promise<ErasureRecord> {
  const erased: ErasureRecord['files'][number][] = [];
  const missing: string[] = [];
  for (const file of new Set(files)) {
    const found = await stat(file).catch(ifThere);
    if (found === undefined) missing.push(file);
    else {
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash);
      await rm(file);
      await bringToDisk(dirname(file));
      erased.push({ file, bytes: found.size, sha256: hash.digest('hex') });
    }
  }
  return { erasedAt: now(), files: erased, missing };
}

function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

async function bringToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
