// The database tests run on a real PostgreSQL server of their own; on Debian as root it is installed when missing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';
const noCluster = '/etc/postgresql-common/createcluster.conf';

/** Folders that may hold `initdb` and `postgres`, the newest version first. */
function places() {
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  return [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => join(debian, version, 'bin')),
    configured,
    '/opt/homebrew/opt/postgresql/bin',
  ];
}

function find() {
  return places().find((place) => place && existsSync(join(place, 'initdb')));
}

/** Folder with PostgreSQL's programs, installing it with apt-get where that is possible; otherwise an error that says what to do. */
export function findPostgres() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('installing PostgreSQL with apt-get (once) …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // the programs are enough: no server that starts with the machine
    if (!existsSync(noCluster)) {
      mkdirSync('/etc/postgresql-common', { recursive: true });
      writeFileSync(noCluster, 'create_main_cluster = false\n');
    }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env: environment });
    const keepConfiguration = ['-o', 'Dpkg::Options::=--force-confold'];
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...keepConfiguration, 'postgresql'],
      { stdio: ['ignore', 'ignore', 2], env: environment },
    );
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'No PostgreSQL found. Install it (Debian: apt-get install postgresql) or set POSTGRES_BIN to the folder of initdb, and try again.',
  );
}
