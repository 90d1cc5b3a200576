import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generateSigningKey } from '@grondslag/agency';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Where the key of an official is, unless `--key` says otherwise. */
export const DEFAULT_KEY_FILE = 'official.jwk.json';

/** Officials who sign mandates. */
export const officialCommands: Readonly<Record<string, Command>> = {
  'official key': {
    needs: 'KEY_URL',
    options: ['key'],
    async run({ argument: kid, values, folder }) {
      if (!/^https?:/.test(kid) || !URL.canParse(kid)) {
        throw new UsageError(
          'Expected the URL of the key as the register will have it, as https://agency.example/profile/card#key-1.',
        );
      }
      const file = values.key ?? DEFAULT_KEY_FILE;
      const { key, privateKeyJwk } = await generateSigningKey(kid);
      await writePrivateKey(resolve(folder, file), { kid, ...privateKeyJwk });
      const keys = { [kid]: key.publicKeyMultibase };
      return {
        outcome: { file, keys },
        report: {
          lines: [
            `Private key: ${file}. Whoever has this file signs as the official: keep it, and never send it.`,
            'For the operator of the authority, under “keys” of your participant:',
            `  ${JSON.stringify(keys)}`,
          ],
          exitCode: exitCodes.ok,
        },
      };
    },
  },
};

/** Readable by its owner alone; a key that is there already is never overwritten. */
async function writePrivateKey(file: string, jwk: object): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(jwk, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new UsageError(
      `Expected no file at ${file}, in a folder that can be written to; name another with --key.`,
      { cause },
    );
  }
}
