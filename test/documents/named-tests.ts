import { existsSync, readFileSync } from 'node:fs';

export const root = new URL('../../', import.meta.url);

/** A test that a document names as `file › name`. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

export function namedTests(text: string): NamedTest[] {
  return [...text.matchAll(/`([^`]+\.test\.tsx?) › ([^`]+)`/g)].map(([, file, name]) => ({
    file: file ?? '',
    name: name ?? '',
  }));
}

export function isThere({ file, name }: NamedTest): boolean {
  const text = readFileSync(place(file), 'utf8');
  const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``];
  return quoted.some((title) => new RegExp(`^.*\\(\\s*${escapePattern(title)},`, 'm').test(text));
}

/** `authority/x.test.ts` is in the source of that package; what begins with a folder of the root is there. */
function place(file: string): URL {
  const [first] = file.split('/');
  const path = existsSync(new URL(`packages/${first}/`, root))
    ? file.replace('/', '/src/').replace(/^/, 'packages/')
    : file;
  return new URL(path, root);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
