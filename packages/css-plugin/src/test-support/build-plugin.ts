import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Brings `dist` up to date: the server loads the plug-in from there. */
export async function buildPlugin(): Promise<void> {
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const folder = fileURLToPath(new URL('../../', import.meta.url));
  await promisify(execFile)(process.execPath, [tsc, '-b', folder]);
}
