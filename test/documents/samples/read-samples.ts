import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from '../named-tests.ts';

/** One block of code on a page. */
export interface Sample {
  /** Path of the page in the repository. */
  readonly page: string;
  /** Of the first line of code, counted from 1. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `run`, or the file it is. */
  readonly words: string;
  readonly code: string;
  /** The block below it, when that is of the same section and says what is printed. */
  readonly printed: string | undefined;
}

const PAGES = ['*.md', 'docs/**/*.md', '{packages,apps}/*/*.md', '{vocab,examples}/**/*.md'];
const BLOCK = /^```(\w+)(?: ([^\n]+))?\n(.*?)^```$/gms;
const PRINTED = /^(?:\n[^#`\n]+)?\n{1,2}```text\n(.*?)^```$/ms;

/** Every page of the project, by its path. */
export const pages: readonly string[] = globSync(PAGES, {
  cwd: fileURLToPath(root),
  exclude: (path) => path.includes('node_modules'),
}).toSorted();

/** Every block of code of a page whose language is named. */
export function readSamples(page: string): readonly Sample[] {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(BLOCK)].map((found) => {
    const [whole, language = '', words = '', code = ''] = found;
    const after = text.slice(found.index + whole.length);
    const [, printed] = after.search(PRINTED) === 0 ? (PRINTED.exec(after) ?? []) : [];
    const line = text.slice(0, found.index).split('\n').length + 1;
    return { page, line, language, words, code, printed };
  });
}
