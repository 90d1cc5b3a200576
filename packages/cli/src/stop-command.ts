import { resolve } from 'node:path';
import { eraseFiles } from '@grondslag/agency';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';

/** Gives a grant up when its purpose is done, and erases what was kept. */
export const stopCommand: Command = {
  needs: 'GRANT_ID',
  options: ['erase'],
  async run({ agency, argument, values, folder, now }) {
    const ended = await (await agency()).endAccess(argument);
    const files = (values.erase ?? []).map((file) => resolve(folder, file));
    const erasure = await eraseFiles(files, { now });
    const lines = [
      `Ended by the ${ended.endedBy} on ${ended.endedAt.toISOString()}: ${ended.access}`,
      ...erasure.files.map(
        ({ file, bytes, sha256 }) => `Erased: ${file} (${bytes} bytes, sha256 ${sha256})`,
      ),
      ...erasure.missing.map((file) => `Not there: ${file}`),
    ];
    return { outcome: { ...ended, erasure }, report: { lines, exitCode: exitCodes.ok } };
  },
};
