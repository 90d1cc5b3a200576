import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** An authority that runs as it does with an operator. */
export interface AuthorityProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All it wrote. */
  readonly output: { stdout: string; stderr: string };
  /** Exit code, once it ended. */
  readonly exited: Promise<number | null>;
  /** Resolves when it says that it is ready; rejects when it ends before that. */
  ready(): Promise<void>;
}

/** Starts one with `config`, written to a file in `folder`. */
export function startAuthorityProcess(
  folder: string,
  config: object,
  {
    environment = {},
    nodeArguments = [],
  }: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly nodeArguments?: readonly string[];
  } = {},
): AuthorityProcess {
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config));
  const child = spawn(
    process.execPath,
    ['--conditions=@grondslag/source', ...nodeArguments, main, file],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    output.stdout += data;
  });
  child.stderr.on('data', (data) => {
    output.stderr += data;
  });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output,
    exited,
    async ready() {
      while (!output.stdout.includes('\n')) {
        const code = await Promise.race([once(child.stdout, 'data').then(() => undefined), exited]);
        if (code !== undefined) throw new Error(`ended with ${code}: ${output.stderr}`);
      }
    },
  };
}

/** A port nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
