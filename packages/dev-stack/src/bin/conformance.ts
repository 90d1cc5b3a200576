import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../addresses.ts';
import { conformanceAccounts } from '../conformance-accounts.ts';
import { packageFile } from '../processes/package-folder.ts';
import { startDevStack } from '../start-dev-stack.ts';
import { explainFailure, progressTo } from './terminal.ts';

/** `npm run conformance` without an authority: the suite against a stack of its own, with WAC and with ACP. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-conformance-'));
  const onProgress = progressTo(process.stderr);
  const port = await findFreePort();
  const stack = await startDevStack({ port, folder, acpVault: true, onProgress });
  try {
    const accounts = join(folder, 'accounts.json');
    await writeFile(accounts, JSON.stringify(conformanceAccounts(stack)), { mode: 0o600 });
    const { authority, vault, acpVault = '' } = stack.addresses;
    const suite = spawn(
      process.execPath,
      [
        packageFile('@grondslag/conformance', 'dist/bin.js'),
        ...['--authority', authority, '--vault', vault, '--vault', acpVault],
        ...['--config', accounts, ...process.argv.slice(2)],
      ],
      { stdio: 'inherit' },
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => suite.kill());
    const [code] = await once(suite, 'exit');
    process.exitCode = typeof code === 'number' ? code : 1;
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main()
  .catch((error: unknown) => explainFailure(error, 'npm run conformance [-- --case PATTERN …]'))
  .finally(() => process.exit());
