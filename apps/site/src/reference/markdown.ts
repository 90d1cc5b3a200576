/** What stands above each. */
export function madeOf(what: string): string {
  return `_Made of ${what} by \`npm run docs\`; a test says when it is behind._`;
}

/** A cell of a table: one line, without what ends a cell. */
export function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
