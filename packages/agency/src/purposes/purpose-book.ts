import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod';

const erasedFileSchema = z.strictObject({
  file: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
});

const lineSchema = z.discriminatedUnion('did', [
  z.strictObject({
    did: z.literal('keep'),
    access: z.string(),
    files: z.array(z.string()),
    endsAt: z.iso.datetime().exactOptional(),
  }),
  z.strictObject({ did: z.literal('close'), access: z.string(), at: z.iso.datetime() }),
  // Before anything is erased: what was in it cannot be said afterwards.
  z.strictObject({
    did: z.literal('erase'),
    access: z.string(),
    files: z.array(erasedFileSchema),
  }),
  z.strictObject({
    did: z.literal('end'),
    access: z.string(),
    erasedAt: z.iso.datetime(),
    signature: z.string(),
    recordedAt: z.iso.datetime().exactOptional(),
  }),
]);
type Line = z.infer<typeof lineSchema>;

/** A file that was erased, or is about to be. */
export type ErasedFile = z.infer<typeof erasedFileSchema>;

/** What is kept for a purpose, and where that stands. */
export interface KeptPurpose {
  /** Id of the grant, or of the lawful access. */
  readonly access: string;
  /** Absolute paths of what is erased at its end. */
  readonly files: readonly string[];
  /** When it ends by itself; `undefined`: when it is closed. */
  readonly endsAt?: Date;
  /** When somebody said that it is done. */
  readonly closedAt?: Date;
  /** Erased, or what an interrupted end was about to erase. */
  readonly erased: readonly ErasedFile[];
  /** Present when it has ended. */
  readonly end?: {
    readonly erasedAt: Date;
    readonly signature: string;
    readonly recordedAt?: Date;
  };
}

/** What of facts is kept for which access, and until when: a file of JSON lines, for one process at a time. */
export interface PurposeBook {
  /**
   * Notes what is kept under an access, before it is: files are added to those noted before, `endsAt` takes the place of
   * the one before.
   *
   * @throws {TypeError} when its purpose has ended: that does not begin again
   */
  keep(
    access: string,
    what: { readonly files?: readonly string[]; readonly endsAt?: Date },
  ): Promise<void>;
  /**
   * The case is closed: it ends at the next `endPurposes`. Again changes nothing.
   *
   * @throws {TypeError} when nothing is noted of this access
   */
  close(access: string, at?: Date): Promise<void>;
  /** In the order in which they were noted; ended ones too. */
  list(): readonly KeptPurpose[];
  /** For `endPurposes`: what it is about to erase, on disk before it does. */
  planErasure(access: string, files: readonly ErasedFile[]): Promise<void>;
  /** For `endPurposes`: it has ended. */
  noteEnd(access: string, end: NonNullable<KeptPurpose['end']>): Promise<void>;
}

/**
 * Opens the book in a file, which is made when it is not there, readable by its owner only. What is noted is on disk
 * when the promise resolves. A line that a crash cut off is passed over: what it said had not resolved.
 *
 * @throws the error of the file system; {TypeError} when a whole line is no line of a book
 */
export async function openPurposeBook(file: string): Promise<PurposeBook> {
  const purposes = new Map<string, KeptPurpose>();
  const lines = (await contentOf(file)).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const parsed = parseLine(line);
    if (parsed) apply(purposes, parsed);
    else if (line.endsWith('}')) {
      throw new TypeError(`Expected a line of a book of purposes, line ${index + 1} is none.`);
    }
  }
  let last: Promise<unknown> = Promise.resolve();

  function write(line: Line): Promise<void> {
    const written = last.then(() => append(file, line));
    last = written.catch(() => undefined);
    return written.then(() => apply(purposes, line));
  }

  return {
    async keep(access, { files = [], endsAt }) {
      if (purposes.get(access)?.end) {
        throw new TypeError('Expected an access whose purpose goes on; this one has ended.');
      }
      const paths = files.map((path) => resolve(path));
      const until = endsAt && { endsAt: endsAt.toISOString() };
      await write({ did: 'keep', access, files: paths, ...until });
    },
    async close(access, at = new Date()) {
      const known = purposes.get(access);
      if (!known)
        throw new TypeError('Expected an access of which something is noted in the book.');
      if (!known.closedAt) await write({ did: 'close', access, at: at.toISOString() });
    },
    list: () => [...purposes.values()],
    planErasure: (access, files) => write({ did: 'erase', access, files: [...files] }),
    noteEnd: (access, { erasedAt, signature, recordedAt }) =>
      write({
        ...{ did: 'end', access, signature, erasedAt: erasedAt.toISOString() },
        ...(recordedAt && { recordedAt: recordedAt.toISOString() }),
      }),
  };
}

function apply(purposes: Map<string, KeptPurpose>, line: Line): void {
  const { access } = line;
  const known = purposes.get(access) ?? { access, files: [], erased: [] };
  purposes.set(access, { ...known, ...changeOf(line, known) });
}

function changeOf(line: Line, known: KeptPurpose): Partial<KeptPurpose> {
  switch (line.did) {
    case 'keep': {
      const files = [...new Set([...known.files, ...line.files])];
      return { files, ...(line.endsAt !== undefined && { endsAt: new Date(line.endsAt) }) };
    }
    case 'close':
      return { closedAt: new Date(line.at) };
    case 'erase':
      return { erased: line.files };
    case 'end': {
      const { signature, erasedAt, recordedAt } = line;
      const recorded = recordedAt !== undefined && { recordedAt: new Date(recordedAt) };
      return { end: { signature, erasedAt: new Date(erasedAt), ...recorded } };
    }
  }
}

async function append(file: string, line: Line): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const end = Buffer.alloc(1, '\n');
    if (size > 0) await handle.read(end, 0, 1, size - 1);
    await handle.appendFile(`${end.toString() === '\n' ? '' : '\n'}${JSON.stringify(line)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parseLine(line: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
