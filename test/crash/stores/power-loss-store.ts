import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashableStore } from './store.ts';

const IMAGE_BYTES = 1_500_000_000;

/** Why the power cannot be cut here; `undefined` when it can. */
export function powerLossImpossible(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  const { status } = spawnSync('losetup', ['--find']);
  return status === 0 ? undefined : 'needs a loop device';
}

/**
 * The embedded database on a disk that loses its power: an ext4 file system in an image file. At the crash the
 * authority is frozen and the image copied; the copy holds what the file system was told to keep and nothing
 * else. The authority goes on with the copy.
 */
export function createPowerLossStore(folder: string): CrashableStore {
  const disk = join(folder, 'disk');
  const image = join(folder, 'disk.img');
  const copy = join(folder, 'copy.img');
  mkdirSync(disk, { recursive: true });
  run('truncate', '-s', String(IMAGE_BYTES), image);
  run('mkfs.ext4', '-q', '-F', image);
  run('mount', '-o', 'loop', image, disk);
  let mounted = true;
  return {
    name: 'embedded, power loss',
    config: { dataFolder: join(disk, 'data') },
    async crash(authority) {
      process.kill(authority.pid, 'SIGSTOP');
      // so that what it was writing has ended
      await sleep(50);
      run('cp', '--sparse=always', image, copy);
      await authority.kill();
      run('umount', disk);
      mounted = false;
      renameSync(copy, image);
      run('mount', '-o', 'loop', image, disk);
      mounted = true;
      return undefined;
    },
    // without waiting for anything, so that it also works when the process ends
    async close() {
      // lazily: when the run is broken off, the authority may still be ending
      if (mounted) run('umount', '-l', disk);
      mounted = false;
      rmSync(image, { force: true });
    },
  };
}

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`);
}
