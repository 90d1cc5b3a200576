import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in these. */
const TICK_MILLISECONDS = 10;

/** CPU milliseconds so far, of the servers that this process started and of itself. */
export interface CpuTimes {
  readonly vault: number;
  readonly authority: number;
  readonly agency: number;
}

/** Follows the vault server and the authority that this process started, and itself: the agency. */
export function followCpuTimes(): () => CpuTimes {
  const started = childrenOf(process.pid);
  const pidOf = (program: string) =>
    started.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program));
  const vault = pidOf('community-server');
  const authority = pidOf('authority/dist/main.js');
  const total = (of: readonly number[]) => of.reduce((sum, pid) => sum + cpuOf(pid), 0);
  return () => ({
    ...{ vault: total(vault), authority: total(authority) },
    agency: total([process.pid]),
  });
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
