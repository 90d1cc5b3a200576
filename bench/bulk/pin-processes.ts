import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Puts the vault server that this process started on the first core, and everything else of it on the second. */
export function pinProcesses(): void {
  for (const pid of [process.pid, ...childrenOf(process.pid)]) {
    const isVault = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('community-server');
    const pinned = spawnSync('taskset', ['-a', '-p', '-c', isVault ? '0' : '1', String(pid)]);
    if (pinned.status !== 0) throw new Error(`taskset ended with ${pinned.status}.`);
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const stat = readIfThere(`/proc/${name}/stat`);
    const [, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(ppid) === parent ? [Number(name), ...childrenOf(Number(name))] : [];
  });
}

/** A process may be gone by now. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
