import { type FileHandle, open, readFile } from 'node:fs/promises';
import {
  type ProcessingRecord,
  processingRecordSchema,
  type RecordProcessing,
} from './record-processing.ts';

/**
 * A processing log in a file of JSON lines, for one process. Each record is on disk (fsync) before the read it is
 * about goes on, together with others that wait; the file is readable by its owner only.
 */
export function appendProcessingRecords(file: string): RecordProcessing {
  let isBegun = false;
  let waiting: string[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function appendWaiting(): Promise<void> {
    const lines = waiting.join('');
    waiting = [];
    next = undefined;
    const handle = await open(file, 'a+', 0o600);
    try {
      // A crash may have left half a line: begin on a new one.
      const start = isBegun || (await endsInNewline(handle)) ? '' : '\n';
      isBegun = false;
      await handle.appendFile(`${start}${lines}`);
      await handle.sync();
      isBegun = true;
    } finally {
      await handle.close();
    }
  }

  return (record) => {
    waiting.push(`${JSON.stringify(record)}\n`);
    if (!next) {
      next = last.then(appendWaiting);
      last = next.catch(() => undefined);
    }
    return next;
  };
}

/** What a processing log holds. */
export interface ProcessingLog {
  /** Oldest first. */
  readonly records: readonly ProcessingRecord[];
  /** Numbers of the lines that are no processing record, e.g. cut off by a crash. */
  readonly damagedLines: readonly number[];
}

/** Reads a file that {@link appendProcessingRecords} wrote; an empty log when there is no file. */
export async function readProcessingLog(file: string): Promise<ProcessingLog> {
  const records: ProcessingRecord[] = [];
  const damagedLines: number[] = [];
  for (const [index, line] of (await contentOf(file)).split('\n').entries()) {
    if (line === '') continue;
    const record = parseLine(line);
    if (record) records.push(record);
    else damagedLines.push(index + 1);
  }
  return { records, damagedLines };
}

async function endsInNewline(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parseLine(line: string): ProcessingRecord | undefined {
  try {
    return processingRecordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
