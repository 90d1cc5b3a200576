import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const folder = new URL('.', import.meta.url);

/** Runs a program in a process of its own; resolves to the number it writes. */
export async function runAlone(program: string): Promise<number> {
  const args = ['--expose-gc', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  const number = Number(stdout);
  if (stdout === '' || Number.isNaN(number)) throw new Error(`Expected a number, got ${stdout}`);
  return number;
}
