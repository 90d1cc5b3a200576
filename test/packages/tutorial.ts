import { readFileSync } from 'node:fs';

/** One thing the tutorial asks of its reader, or promises. */
export type Step =
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  /** The lines that what was run last prints, among others; `…` is anything. */
  | { readonly kind: 'expect'; readonly lines: readonly string[] };

const BLOCK = /^```(\w+)(?: (\S+))?\n(.*?)^```$/gms;

/** The steps of docs/tutorial.md, in order. */
export function readTutorial(): readonly Step[] {
  const page = readFileSync(new URL('../../docs/tutorial.md', import.meta.url), 'utf8');
  return [...page.matchAll(BLOCK)].flatMap(([, language = '', file, text = '']): Step[] => {
    const lines = text.trim().split('\n');
    if (language === 'sh') return lines.map((command) => ({ kind: 'run', command }));
    if (language === 'text') return [{ kind: 'expect', lines }];
    if (file === undefined) throw new Error(`A block of ${language} names no file.`);
    return [{ kind: 'write', file, text }];
  });
}

/** Whether a line that is promised is there; how wide the columns of a table are does not matter. */
export function isPrinted(line: string, output: string): boolean {
  const pattern = line
    .split(/(…|\s+)/)
    .map((part) =>
      part === '…'
        ? '.*'
        : part.trim() === ''
          ? '\\s*'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(pattern).test(output);
}
