import { resolve } from 'node:path';
import { generateEcdsaSigningKey, generateSigningKey } from '@grondslag/claims';
import type { Command } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { UsageError } from '../usage-error.ts';
import { writePrivateKey } from '../write-private-key.ts';

const DEFAULT_KEY_FILE = 'issuer.jwk.json';

/** Makes the key of an issuer: Ed25519, a curve of NIST for the suites of ECDSA, or BLS12-381 for `bbs-2023`. */
export const keyCommand: Command = {
  needs: 'KEY_URL',
  options: ['key', 'curve'],
  async run({ argument, values, folder }) {
    if (argument !== 'did:key' && !URL.canParse(argument)) {
      throw new UsageError(
        'Expected the URL of the key, as https://source.example/#key-1, or did:key.',
      );
    }
    const { curve = 'Ed25519', key: file = DEFAULT_KEY_FILE } = values;
    const { key, privateKeyJwk } = await generate(curve, argument);
    const { publicKeyMultibase } = key;
    const kid =
      argument === 'did:key' ? `did:key:${publicKeyMultibase}#${publicKeyMultibase}` : argument;
    await writePrivateKey(resolve(folder, file), { kid, ...privateKeyJwk });
    return {
      outcome: { file, keys: { [kid]: publicKeyMultibase } },
      report: {
        lines: [
          `Private key: ${file}. Whoever has this file signs as the issuer: keep it, and never send it.`,
          `Public key, for a trust list: ${JSON.stringify({ [kid]: publicKeyMultibase })}`,
        ],
        exitCode: exitCodes.ok,
      },
    };
  },
};

async function generate(curve: string, id: string) {
  if (curve === 'BLS12-381') {
    const { exportBbsKey, generateBbsKey } = await import('@grondslag/claims/bbs');
    const key = await generateBbsKey(id);
    return { key, privateKeyJwk: exportBbsKey(key) };
  }
  if (curve === 'Ed25519') return await generateSigningKey(id);
  if (curve === 'P-256' || curve === 'P-384') return await generateEcdsaSigningKey(id, curve);
  throw new UsageError('Expected --curve Ed25519, P-256, P-384 or BLS12-381.');
}
