// The example of an agency in Python needs its standard library alone; on Debian as root it is installed when missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const find = () =>
  [process.env.PYTHON, '/usr/bin/python3', 'python3'].find(
    (command) => command && spawnSync(command, ['--version']).status === 0,
  );

/** A Python 3, installing it with apt-get where that is possible; otherwise an error that says what to do. */
export function findPython() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('installing Python with apt-get (once) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'python3'], {
      stdio: ['ignore', 'ignore', 2],
      env,
    });
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'No Python found. Install it (Debian: apt-get install python3) or set PYTHON to one, and try again.',
  );
}
