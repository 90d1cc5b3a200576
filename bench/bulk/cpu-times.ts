import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in these. */
const TICK_MILLISECONDS = 10;

/** CPU milliseconds so far, of the vault server and of all else that this process started, with itself. */
export interface CpuTimes {
  readonly vault: number;
  readonly others: number;
}

/** Follows the vault server that this process started, and everything else of it. */
export function followCpuTimes(): () => CpuTimes {
  const pids = [process.pid, ...childrenOf(process.pid)];
  const isVault = (pid: number) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('community-server');
  const vault = pids.filter(isVault);
  const others = pids.filter((pid) => !isVault(pid));
  const total = (of: readonly number[]) => of.reduce((sum, pid) => sum + cpuOf(pid), 0);
  return () => ({ vault: total(vault), others: total(others) });
}

function cpuOf(pid: number): number {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS;
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
