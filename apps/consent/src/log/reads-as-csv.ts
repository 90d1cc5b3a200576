/** A line of the log in words. */
export interface WrittenRead {
  readonly at: Date;
  readonly agency: string;
  readonly what: string;
}

/** The log as comma-separated values (RFC 4180), with a mark by which spreadsheets know that it is UTF-8. */
export function readsAsCsv(
  reads: readonly WrittenRead[],
  [when, who, what]: readonly [when: string, who: string, what: string],
): string {
  const lines = [
    [when, who, what],
    ...reads.map((read) => [read.at.toISOString(), read.agency, read.what]),
  ];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** Names come from elsewhere: a cell that begins as a formula is made a text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
