import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve: find } = createRequire(import.meta.url);
/** The built command. */
export const grondslagCommand = join(dirname(find('@grondslag/cli/package.json')), 'dist/bin.js');

/** What a command ended with and wrote. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built `grondslag` command in a folder. */
export function runGrondslag(folder: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [grondslagCommand, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}
