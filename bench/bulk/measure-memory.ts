import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const programOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The most memory of a process, in MiB, that reads so many accesses of simulated hosts. */
export async function measureMemory(
  counts: readonly number[],
  progress: (text: string) => void,
): Promise<number[]> {
  const hosts = spawn(process.execPath, [...process.execArgv, programOf('simulated-hosts.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(hosts, 'close');
  try {
    const [line] = await Promise.race([once(hosts.stdout, 'data'), closed]);
    const peaks: number[] = [];
    for (const count of counts) {
      const startedAt = performance.now();
      const args = [
        ...process.execArgv,
        programOf('read-simulated.ts'),
        String(line),
        String(count),
      ];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      const mebibytes = Number(stdout) / 2 ** 20;
      const rate = count / ((performance.now() - startedAt) / 1_000);
      progress(
        `${count} simulated: ${mebibytes.toFixed(0)} MiB at most, ${rate.toFixed(0)} a second`,
      );
      peaks.push(mebibytes);
    }
    return peaks;
  } finally {
    hosts.kill();
    await closed;
  }
}
