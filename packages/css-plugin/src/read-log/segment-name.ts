const pattern = /^reads-(\d{15})-(\d+)-([0-9a-f]{8})-(\d{8})\.jsonl$/;

/** File of the queue: who wrote it, and when it was begun. Names sort by age. */
export interface SegmentName {
  readonly startedAtMs: number;
  readonly pid: number;
  /** Eight hexadecimal digits, new for each start of a process. */
  readonly writer: string;
  readonly sequence: number;
}

/** File name of a segment. */
export function formatSegmentName({ startedAtMs, pid, writer, sequence }: SegmentName): string {
  const started = String(startedAtMs).padStart(15, '0');
  return `reads-${started}-${pid}-${writer}-${String(sequence).padStart(8, '0')}.jsonl`;
}

/** `undefined` for a file that is no segment. */
export function parseSegmentName(name: string): SegmentName | undefined {
  const match = pattern.exec(name);
  if (!match) return undefined;
  const [, startedAtMs, pid, writer = '', sequence] = match;
  return {
    startedAtMs: Number(startedAtMs),
    pid: Number(pid),
    writer,
    sequence: Number(sequence),
  };
}
