import { type ReadRecord, readRecordSchema } from '@grondslag/protocol';

export interface ParsedSegment {
  readonly records: readonly ReadRecord[];
  /** Complete lines that are no records: something else than a crash happened to this file. */
  readonly damagedLines: number;
}

/**
 * Reads a segment, one JSON record a line.
 *
 * A last line without line feed that does not parse was cut off by a crash. The read it was for has not been served,
 * because an answer waits for its whole line to be on disk: it is left out.
 */
export function parseSegment(text: string): ParsedSegment {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const complete = lines.map(parseLine);
  const records = [...complete, parseLine(last)].filter((record) => record !== undefined);
  return { records, damagedLines: complete.filter((record) => record === undefined).length };
}

function parseLine(line: string): ReadRecord | undefined {
  try {
    return readRecordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
