import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadRecord } from '@grondslag/protocol';
import { parseSegment } from './parse-segment.ts';
import { formatSegmentName, parseSegmentName } from './segment-name.ts';

/** A segment is closed at this number of records; it is also the size of a report. */
const MAX_RECORDS_PER_SEGMENT = 100;
/** A segment is closed at this age. Must be far below the age at which others take it over. */
const MAX_SEGMENT_AGE_MS = 60_000;
/** A segment this old has been closed by its writer, even when that process still lives. */
const TAKE_OVER_AGE_MS = 600_000;

/**
 * Reads the authority has not been told of yet, on disk.
 *
 * Append-only segments of JSON lines; a segment is deleted when the authority has all of it, so a crash at any
 * moment leads at most to a segment being sent twice. Several processes may use one folder on one machine.
 */
export interface ReadQueue {
  /** Resolves when the record will survive a crash; calls at the same time share one sync. */
  append(record: ReadRecord): Promise<void>;
  /**
   * Closes the segment being written and names all that can be sent, oldest first. What a process that ended has left
   * goes to the first that asks.
   */
  listClosedSegments(): Promise<string[]>;
  /** The records of a closed segment. */
  readSegment(name: string): Promise<readonly ReadRecord[]>;
  /** Deletes a segment the authority has; one with damaged lines is kept as `*.damaged`, for a person to look at. */
  removeSegment(name: string): Promise<void>;
  /** Closes the files. Records stay. */
  close(): Promise<void>;
}

export interface OpenReadQueueOptions {
  /** Created when it does not exist. */
  readonly folder: string;
  readonly maxRecordsPerSegment?: number;
  readonly now?: () => Date;
}

interface ActiveSegment {
  readonly name: string;
  readonly file: FileHandle;
  readonly openedAt: number;
  records: number;
  bytes: number;
}

interface WaitingAppend {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Opens the queue. Rejects when the folder cannot be made or written. */
export async function openReadQueue({
  folder,
  maxRecordsPerSegment = MAX_RECORDS_PER_SEGMENT,
  now = () => new Date(),
}: OpenReadQueueOptions): Promise<ReadQueue> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const writer = randomBytes(4).toString('hex');
  let sequence = 0;
  let active: ActiveSegment | undefined;
  const waiting: WaitingAppend[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** One file operation at a time, in order. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  async function openSegment(): Promise<ActiveSegment> {
    sequence += 1;
    const startedAtMs = now().getTime();
    const name = formatSegmentName({ startedAtMs, pid: process.pid, writer, sequence });
    const file = await open(join(folder, name), 'ax', 0o600);
    await syncFolder(folder).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
    return { name, file, openedAt: performance.now(), records: 0, bytes: 0 };
  }

  async function closeActive(): Promise<void> {
    const closing = active;
    active = undefined;
    await closing?.file.close();
  }

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      if (
        active &&
        (active.records >= maxRecordsPerSegment ||
          performance.now() - active.openedAt > MAX_SEGMENT_AGE_MS)
      ) {
        await closeActive().catch(() => undefined);
      }
      const batch = waiting.splice(0, maxRecordsPerSegment - (active?.records ?? 0));
      try {
        active ??= await openSegment();
        await writeBatch(active, batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // Half a line may be there, and after a failed sync nothing is certain: never write behind it.
        await active?.file.truncate(active.bytes).catch(() => undefined);
        await closeActive().catch(() => undefined);
        for (const { reject } of batch) reject(error);
      }
    }
  }

  function isClosed(name: string): boolean {
    const segment = parseSegmentName(name);
    if (!segment || name === active?.name) return false;
    // The same process id with another writer is a process before this one (in containers every process is 1).
    if (segment.writer === writer || segment.pid === process.pid) return true;
    return !isProcessAlive(segment.pid) || now().getTime() - segment.startedAtMs > TAKE_OVER_AGE_MS;
  }

  /** `undefined` when another process was first. */
  async function takeOver(name: string): Promise<string | undefined> {
    const segment = parseSegmentName(name);
    if (!segment || segment.writer === writer) return name;
    sequence += 1;
    const { startedAtMs } = segment;
    const own = formatSegmentName({ startedAtMs, pid: process.pid, writer, sequence });
    try {
      await rename(join(folder, name), join(folder, own));
      return own;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async function parse(name: string) {
    return parseSegment(await readFile(join(folder, name), 'utf8'));
  }

  const queue: ReadQueue = {
    append(record) {
      return new Promise((resolve, reject) => {
        waiting.push({ line: JSON.stringify(record), resolve, reject });
        if (waiting.length === 1) void inTurn(writeWaiting);
      });
    },
    listClosedSegments() {
      return inTurn(async () => {
        if (active && active.records > 0) await closeActive();
        const names: string[] = [];
        for (const name of (await readdir(folder)).filter(isClosed).sort()) {
          const own = await takeOver(name);
          if (own !== undefined) names.push(own);
        }
        return names;
      });
    },
    async readSegment(name) {
      return (await parse(name)).records;
    },
    async removeSegment(name) {
      const path = join(folder, name);
      if ((await parse(name)).damagedLines > 0) await rename(path, `${path}.damaged`);
      else await unlink(path);
    },
    close() {
      return inTurn(closeActive);
    },
  };
  await checkWritable(folder, writer);
  return queue;
}

async function writeBatch(segment: ActiveSegment, batch: readonly WaitingAppend[]): Promise<void> {
  const bytes = Buffer.from(batch.map(({ line }) => `${line}\n`).join(''));
  await segment.file.appendFile(bytes);
  await segment.file.datasync();
  segment.records += batch.length;
  segment.bytes += bytes.length;
}

/** A full or read-only disk is better found at start than at the first read. */
async function checkWritable(folder: string, writer: string): Promise<void> {
  const path = join(folder, `probe-${writer}`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile('writable\n');
    await file.datasync();
  } finally {
    await file.close();
    await unlink(path);
  }
}

/** Without it a new file may be gone after a power cut, although its content was synced. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be synced there
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
