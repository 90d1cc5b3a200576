import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import { UsageError } from '../usage-error.ts';

const lineSchema = z.union([z.url(), z.looseObject({ access: z.url() })]);

/**
 * Ids of grants and lawful accesses, one a line: the id itself, a JSON string, or a JSON object with `access`. Other
 * members are left alone, so that an outcome of an earlier run is a line too.
 *
 * @throws {UsageError} naming the line, not what is in it
 */
export async function* readAccesses(from: Readable | string): AsyncGenerator<string> {
  const input = typeof from === 'string' ? createReadStream(from) : from;
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      const text = line.trim();
      if (text === '') continue;
      const parsed = lineSchema.safeParse(/^["{]/.test(text) ? parse(text) : text).data;
      if (parsed === undefined) {
        throw new UsageError(
          `Expected the id of an access on line ${number}, or JSON with “access”, got something else.`,
        );
      }
      yield typeof parsed === 'string' ? parsed : parsed.access;
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('Expected a file with ids of accesses, one a line, cannot read it.');
  } finally {
    input.destroy();
  }
}

/** How many there are; the whole list is looked at before anything is read. */
export async function countAccesses(file: string): Promise<number> {
  let count = 0;
  for await (const _ of readAccesses(file)) count += 1;
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
