import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const START_MILLISECONDS = 60_000;

/** A PostgreSQL server of our own, in a temporary folder. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  /** Ends all of its processes at once, as a crash does; what was committed is kept. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a PostgreSQL server with its usual, durable settings. It does not run as root, so as root it runs as
 * another user.
 *
 * @param settings as in `postgresql.conf`
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const bin = findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const user = ordinaryUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'grondslag', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
  const made = spawnSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const urlOf = (database: string) => `postgres://grondslag@127.0.0.1:${port}/${database}`;

  let server = await start();
  async function start(): Promise<ChildProcess> {
    const options = Object.entries({
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: folder,
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => child.kill('SIGINT'));
    let output = '';
    child.stderr.on('data', (chunk) => {
      output = (output + chunk).slice(-4000);
    });
    const until = Date.now() + START_MILLISECONDS;
    while (!(await answers(urlOf('postgres')))) {
      if (child.exitCode !== null || Date.now() > until) {
        child.kill('SIGKILL');
        throw new Error(`PostgreSQL did not start: ${output}`);
      }
      await sleep(20);
    }
    return child;
  }
  async function stop(signal: NodeJS.Signals): Promise<void> {
    const { pid, exitCode, signalCode } = server;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const ended = once(server, 'exit');
    if (signal === 'SIGKILL') killChildren(pid);
    process.kill(pid, signal);
    await ended;
  }

  let databases = 0;
  return {
    async createDatabase() {
      const name = `test_${++databases}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    kill: () => stop('SIGKILL'),
    async restart() {
      await stop('SIGINT');
      server = await start();
    },
    async close() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each is in a session of its own, so no signal to a group reaches them; left alone they would go on committing. */
function killChildren(pid: number): void {
  // It starts no more of them.
  process.kill(pid, 'SIGSTOP');
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'latin1');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      if (Number(parent) === pid) process.kill(Number(entry), 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}

/** Folder of `initdb` and `postgres`; `npm test` installs them where that is possible. */
function findPostgres(): string {
  const newest = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const places = [
    process.env['POSTGRES_BIN'],
    ...newest.map((version) => join(DEBIAN, version, 'bin')),
  ];
  const found = places.find((place) => place !== undefined && existsSync(join(place, 'initdb')));
  if (found !== undefined) return found;
  throw new Error(
    'No PostgreSQL found. Run `npm test`, which installs it on Debian, or set POSTGRES_BIN to the folder of initdb.',
  );
}

function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
