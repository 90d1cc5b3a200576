import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Readable by its owner alone; a key that is there already is never overwritten. */
export async function writePrivateKey(file: string, jwk: object): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(jwk, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new UsageError(
      `Expected no file at ${file}, in a folder that can be written to; name another with --key.`,
      { cause },
    );
  }
}
