import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type AccountsFile, accountsFileSchema } from './accounts/accounts-file.ts';

export const usage = `grondslag-conformance --authority URL --vault URL [--vault URL …] --config accounts.json
  --authority URL     base URL of the authority
  --vault URL         base URL of a vault server; its accounts are in the file of --config
  --config FILE       accounts, see the README
  --case PATTERN      only cases with these names: token-*, several with commas
  --json FILE         results as JSON; - for stdout
  --earl FILE         results as EARL 1.0 (JSON-LD)
  --slow              also cases that wait until something ends (minutes)
  --browser           also cases in Chromium (CHROMIUM_PATH)
  --strict            a SHOULD that fails counts as a failure
  --concurrency N     cases side by side (default 3)`;

/** What was asked on the command line. */
export interface Arguments {
  readonly authority: string;
  readonly accounts: AccountsFile;
  readonly pattern?: string;
  readonly json?: string;
  readonly earl?: string;
  readonly slow: boolean;
  readonly browser: boolean;
  readonly strict: boolean;
  readonly concurrency: number;
}

/**
 * Reads the command line.
 *
 * @returns `undefined` when help was asked
 * @throws {TypeError} saying what is wrong
 */
export function parseArguments(args: readonly string[]): Arguments | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      authority: { type: 'string' },
      vault: { type: 'string', multiple: true, default: [] },
      config: { type: 'string' },
      case: { type: 'string' },
      json: { type: 'string' },
      earl: { type: 'string' },
      slow: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      concurrency: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { slow, browser, strict } = values;
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 16) {
    throw new TypeError('--concurrency should be a whole number from 1 to 16.');
  }
  if (values.vault.length === 0) throw new TypeError('--vault is missing.');
  return {
    authority: url(values.authority, '--authority'),
    accounts: accountsOf(
      values.config,
      values.vault.map((vault) => url(vault, '--vault')),
    ),
    ...(values.case !== undefined && { pattern: values.case }),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.earl !== undefined && { earl: values.earl }),
    slow,
    browser,
    strict,
    concurrency,
  };
}

function url(value: string | undefined, name: string): string {
  if (value !== undefined && URL.canParse(value)) return new URL(value).href;
  throw new TypeError(`${name} should be a URL, not ${value === undefined ? 'absent' : value}.`);
}

function accountsOf(file: string | undefined, vaults: readonly string[]): AccountsFile {
  if (file === undefined) throw new TypeError('--config is missing.');
  const parsed = accountsFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new TypeError(`${file}: ${z.prettifyError(parsed.error)}`);
  const known = new Map(
    Object.entries(parsed.data.vaults).map(([vault, accounts]) => [new URL(vault).href, accounts]),
  );
  return {
    vaults: Object.fromEntries(
      vaults.map((vault) => {
        const accounts = known.get(vault);
        if (!accounts) throw new TypeError(`${file} has no accounts for ${vault}.`);
        return [vault, accounts];
      }),
    ),
  };
}
