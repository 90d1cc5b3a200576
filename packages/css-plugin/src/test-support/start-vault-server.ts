import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const serverFolder = dirname(
  createRequire(import.meta.url).resolve('@solid/community-server/package.json'),
);
const bundles = 'https://linkedsoftwaredependencies.org/bundles/npm/';

export interface VaultSettings {
  readonly authority: string;
  readonly [setting: string]: unknown;
}

export interface StartVaultServerOptions {
  /** Gets the configuration, the vaults and the queue. */
  readonly folder: string;
  /** Settings beside `queueFolder`; a function when they need the base URL. */
  readonly settings: VaultSettings | ((baseUrl: string) => VaultSettings);
  readonly accessControl?: 'wac' | 'acp';
  /** What is imported beside the server's own configuration, instead of the plug-in as a whole. */
  readonly plugin?: readonly string[];
  /** Worker processes; default 1. */
  readonly workers?: number;
  /** The server's own configuration, instead of the one for `accessControl`. */
  readonly server?: string;
  readonly port?: number;
  /** Address of another server, for one that shares its folder; default: its own. */
  readonly baseUrl?: string;
}

/** Starts the real Community Solid Server with the built plug-in and two citizens, `an` and `bob`. */
export async function startVaultServer({
  folder,
  settings,
  accessControl = 'wac',
  server = accessControl === 'wac' ? 'css:config/file.json' : 'css:config/file-acp.json',
  plugin = [`vcss:config/grondslag-${accessControl}.json`],
  workers = 1,
  port,
  baseUrl: given,
}: StartVaultServerOptions) {
  const usedPort = port ?? (await findFreePort());
  const ownUrl = `http://localhost:${usedPort}/`;
  const baseUrl = given ?? ownUrl;
  const queueFolder = join(folder, 'queue');
  const used = typeof settings === 'function' ? settings(baseUrl) : settings;
  await mkdir(join(folder, 'vaults'), { recursive: true });
  const config = {
    '@context': [
      `${bundles}@solid/community-server/^7.0.0/components/context.jsonld`,
      `${bundles}@grondslag/css-plugin/^0.0.0/components/context.jsonld`,
    ],
    import: [server, ...plugin, 'vcss:config/loopback.json'],
    '@graph': [
      {
        '@id': 'urn:grondslag:default:Settings',
        '@type': 'GrondslagSettings',
        queueFolder,
        ...used,
      },
    ],
  };
  const seed = ['an', 'bob'].map((name) => ({
    email: `${name}@example.com`,
    password: name,
    pods: [{ name }],
  }));
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));

  const args = [
    join(serverFolder, 'bin/server.js'),
    ...['-m', packageFolder, '-c', join(folder, 'config.json')],
    ...['-f', join(folder, 'vaults'), '--seedConfig', join(folder, 'seed.json')],
    ...['-b', baseUrl, '-p', String(usedPort), '-l', 'warn', '-w', String(workers)],
  ];
  const child = spawn(process.execPath, args, {
    cwd: folder, // the server also looks for settings where it runs
    env: {}, // JEST_WORKER_ID, set by vitest too, makes the server load jest
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));

  await waitUntilReady(ownUrl, child, () => output);
  return {
    baseUrl,
    port: usedPort,
    /** Where records wait for the first authority. */
    queueFolder: join(queueFolder, encodeURIComponent(used.authority)),
    output: () => output,
    /** Ends as an operator would. */
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    /** Ends as a power cut would. */
    async kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
export type VaultServer = Awaited<ReturnType<typeof startVaultServer>>;

async function waitUntilReady(baseUrl: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The vault server did not start:\n${output()}`);
    const answer = await fetch(baseUrl, { method: 'HEAD' }).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The vault server did not answer within a minute:\n${output()}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP port.');
  return address.port;
}
