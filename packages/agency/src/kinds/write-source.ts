const LINE = 100;

/** A text as TypeScript, whatever is in it. */
export function quoted(text: string): string {
  return /['\\\n\r\u2028\u2029]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}

/** A comment for people; nothing in it ends it. */
export function docComment(text: string): string {
  return `/** ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */`;
}

/** An import, as the formatter of the kit has it: names with a capital are types. */
export function importOf(names: readonly string[], from: string): string {
  const sorted = names
    .toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map((name) => (/^[A-Z]/.test(name) ? `type ${name}` : name));
  const types = sorted.every((name) => name.startsWith('type '));
  const head = types ? 'import type' : 'import';
  const plain = types ? sorted.map((name) => name.slice('type '.length)) : sorted;
  const line = `${head} { ${plain.join(', ')} } from ${quoted(from)};`;
  if (line.length <= LINE) return line;
  return [`${head} {`, ...plain.map((name) => `  ${name},`), `} from ${quoted(from)};`].join('\n');
}
