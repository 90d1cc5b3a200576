import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { conformanceAccounts, type DevStack } from '@grondslag/dev-stack';

const packageJson = createRequire(import.meta.url).resolve('@grondslag/conformance/package.json');
const suite = join(dirname(packageJson), 'dist', 'bin.js');

/** What one run of the suite said. */
export interface SuiteRun {
  readonly code: number | null;
  readonly out: string;
  readonly results: readonly SuiteResult[];
  readonly earl: { readonly '@graph': readonly Readonly<Record<string, unknown>>[] };
}

export interface SuiteResult {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly accessControl: 'WAC' | 'ACP';
  readonly came?: string;
}

/**
 * Runs the conformance suite as its users do: the program, against addresses.
 *
 * @param proxy every request of the suite goes through this HTTP proxy
 */
export async function runConformanceSuite(
  stack: Pick<DevStack, 'addresses' | 'accounts' | 'acpAccounts'>,
  { args = [], proxy }: { readonly args?: readonly string[]; readonly proxy?: string } = {},
): Promise<SuiteRun> {
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-suite-'));
  const [config, json, earl] = ['accounts.json', 'results.json', 'earl.jsonld'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const { authority, vault, acpVault } = stack.addresses;
  const vaults = acpVault === undefined ? [vault] : [vault, acpVault];
  try {
    await writeFile(config, JSON.stringify(conformanceAccounts(stack)));
    const child = spawn(
      process.execPath,
      [
        suite,
        ...['--authority', authority, ...vaults.flatMap((url) => ['--vault', url])],
        ...['--config', config, '--json', json, '--earl', earl, ...args],
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          ...(proxy !== undefined && { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, NO_PROXY: '' }),
        },
      },
    );
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    const read = async (file: string) =>
      JSON.parse(await readFile(file, 'utf8').catch(() => '{"results":[],"@graph":[]}'));
    return { code, out, results: (await read(json)).results, earl: await read(earl) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
