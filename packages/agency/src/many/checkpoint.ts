import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import * as z from 'zod';
import type { AnyKind } from '../kinds/kind.ts';

/** What of many accesses is finished. */
export interface Checkpoint {
  has(access: string): boolean;
  /** Resolves when it is kept. */
  add(access: string): Promise<void>;
}

/** A checkpoint in a file. */
export interface CheckpointFile extends Checkpoint {
  /** How many were finished when it was opened. */
  readonly finishedBefore: number;
  /** Brings it on disk, and closes it. */
  close(): Promise<void>;
}

/** A file that grows with what is finished, and is to agree with the checkpoint after whatever ended a run. */
export interface CheckpointedOutput {
  /** How long it is now. */
  readonly bytes: number;
  /** Resolves when it is on disk. */
  sync(): Promise<void>;
  /** Takes away what comes after so many bytes. */
  cut(bytes: number): Promise<void>;
}

/** What is asked of each access, as `readMany` is told: a query, or facts of a kind. */
export type CheckpointQuestion =
  | { readonly query: string }
  | { readonly kind: Pick<AnyKind, 'claimType' | 'fields'> };

/** A checkpoint of another question is refused. */
export type CheckpointOptions = CheckpointQuestion & {
  readonly purpose?: string | undefined;
  /** Cut when the checkpoint is opened to what is finished, so that nothing is in it twice. */
  readonly output?: CheckpointedOutput;
};

const VERSION = 'grondslag checkpoint 1';
/** What a loss of power may undo, at most; the end of the process undoes nothing. */
const SYNC_EVERY_MILLISECONDS = 1_000;

const headerSchema = z.tuple([z.literal(VERSION), z.string()]);
const lineSchema = z.tuple([z.string(), z.int().nonnegative()]);

/**
 * Opens a checkpoint, or begins one, for one process at a time. What was added is kept when the process is killed; on
 * disk it is a second later. The ids of what is finished are held in memory when a run goes on, about 200 bytes each.
 *
 * @throws {TypeError} when the file is no checkpoint, or one of another question; when it is new and the output is not
 */
export async function openCheckpoint(
  file: string,
  { purpose = '', output, ...asked }: CheckpointOptions,
): Promise<CheckpointFile> {
  const question = createHash('sha256')
    .update(JSON.stringify([nameOf(asked), purpose]))
    .digest('hex');
  const handle = await open(file, 'a+', 0o600);
  try {
    const finished = new Set<string>();
    const kept = await readLines(handle, question, output?.bytes ?? 0, finished);
    await handle.truncate(kept.bytes);
    await output?.cut(kept.outputBytes);
    if (kept.bytes === 0) await handle.appendFile(`${JSON.stringify([VERSION, question])}\n`);
    return bind(handle, finished, output);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function nameOf(asked: CheckpointQuestion): string | readonly string[] {
  if ('query' in asked) return asked.query;
  return [asked.kind.claimType, ...Object.keys(asked.kind.fields)];
}

function bind(
  handle: FileHandle,
  finished: ReadonlySet<string>,
  output: CheckpointedOutput | undefined,
): CheckpointFile {
  let syncedAt = performance.now();
  async function sync(): Promise<void> {
    // In this order: what is said to be finished is there.
    await output?.sync();
    await handle.datasync();
    syncedAt = performance.now();
  }
  return {
    finishedBefore: finished.size,
    has: (access) => finished.has(access),
    async add(access) {
      await handle.appendFile(`${JSON.stringify([access, output?.bytes ?? 0])}\n`);
      if (performance.now() - syncedAt >= SYNC_EVERY_MILLISECONDS) await sync();
    },
    async close() {
      await sync();
      await handle.close();
    },
  };
}

/** What is whole, up to the first line whose output did not reach the disk. */
async function readLines(
  handle: FileHandle,
  question: string,
  outputBytes: number,
  finished: Set<string>,
): Promise<{ readonly bytes: number; readonly outputBytes: number }> {
  const kept = { bytes: 0, outputBytes: 0 };
  const { size } = await handle.stat();
  if (size === 0 && outputBytes > 0) {
    throw new TypeError(
      'Expected an empty output with a new checkpoint, got one with something in it. Nothing was changed.',
    );
  }
  for await (const line of handle.readLines({ start: 0, autoClose: false })) {
    if (kept.bytes === 0) {
      const header = headerSchema.safeParse(parse(line)).data;
      if (header?.[1] !== question) {
        throw new TypeError(
          header
            ? 'Expected a checkpoint of this question, got one of another. Take another file, or delete it.'
            : 'Expected a checkpoint, got another file.',
        );
      }
    } else {
      const entry = lineSchema.safeParse(parse(line)).data;
      const isWhole = kept.bytes + Buffer.byteLength(line) < size;
      if (!isWhole || !entry || entry[1] > outputBytes) break;
      finished.add(entry[0]);
      kept.outputBytes = entry[1];
    }
    kept.bytes += Buffer.byteLength(line) + 1;
  }
  return kept;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
