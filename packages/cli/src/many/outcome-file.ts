import { type FileHandle, open } from 'node:fs/promises';
import type { CheckpointedOutput } from '@grondslag/agency';
import { UsageError } from '../usage-error.ts';

/** A file of lines that grows, for its owner only. */
export interface OutcomeFile extends CheckpointedOutput {
  append(line: object): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the file that outcomes are written to.
 *
 * @param earlier what may be with outcomes of an earlier run: they are refused, gone on with, or replaced
 * @throws {UsageError}
 */
export async function openOutcomeFile(
  file: string,
  earlier: 'refuse' | 'go-on' | 'replace',
): Promise<OutcomeFile> {
  let handle: FileHandle;
  try {
    handle = await open(file, earlier === 'replace' ? 'w' : 'a', 0o600);
  } catch {
    throw new UsageError(`Expected to write to ${file}, cannot.`);
  }
  let { size: bytes } = await handle.stat();
  if (earlier === 'refuse' && bytes > 0) {
    await handle.close();
    throw new UsageError(
      `Expected nothing in ${file}, there is something. Take another name, or go on with --checkpoint.`,
    );
  }
  return {
    get bytes() {
      return bytes;
    },
    async append(line) {
      const text = Buffer.from(`${JSON.stringify(line)}\n`);
      await handle.appendFile(text);
      bytes += text.byteLength;
    },
    sync: () => handle.datasync(),
    async cut(to) {
      await handle.truncate(to);
      bytes = to;
    },
    async close() {
      await handle.datasync();
      await handle.close();
    },
  };
}
