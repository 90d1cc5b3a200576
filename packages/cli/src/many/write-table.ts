import { open, rename } from 'node:fs/promises';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { type Cell, openTable, type Table } from './table.ts';

export type TableForm = 'csv' | 'parquet';

/** Writes a file of outcome lines as a table, beside the old one if there is one, and puts it in its place when whole. */
export async function writeTable(lines: string, form: TableForm, file: string): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    const table = await openTable(lines);
    if (form === 'csv') await handle.writeFile(csvOf(table));
    else await writeParquet(table, beside);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/** @see {@link https://www.rfc-editor.org/rfc/rfc4180.html | RFC 4180} */
async function* csvOf(table: Table): AsyncGenerator<string> {
  const names = table.columns.map(({ name }) => name);
  const lineOf = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;
  yield lineOf(names);
  for await (const row of table.rows()) yield lineOf(names.map((name) => row[name]));
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  // A spreadsheet takes such text for a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writeParquet({ columns, rows }: Table, file: string): Promise<void> {
  await parquetWriteRows({
    writer: fileWriter(file),
    rows: rows(),
    columns: columns.map(({ name, type }) => ({ name, type, nullable: true })),
    rowGroupSize: 10_000,
    createdBy: 'grondslag',
  });
}
