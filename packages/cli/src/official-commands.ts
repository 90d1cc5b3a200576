import { resolve } from 'node:path';
import { generateSigningKey } from '@grondslag/agency';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import { writePrivateKey } from './write-private-key.ts';

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
