import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort, stackFolder } from '@grondslag/dev-stack';
import { median, type Result } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';

const ROUNDS = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run demo` until it says it is ready, against a bare Community Solid Server, in turn. */
export async function measureReady(progress: (text: string) => void): Promise<readonly Result[]> {
  const port = await findFreePort();
  try {
    return await withTemporaryFolder(async (folder) => {
      progress('first start, with seeding');
      const first = await startDemo(port);
      const second: number[] = [];
      const bare: number[] = [];
      const barePort = await findFreePort();
      for (let round = 1; round <= ROUNDS; round++) {
        progress(`round ${round} of ${ROUNDS}`);
        second.push(await startDemo(port));
        bare.push(await startBareServer(folder, barePort));
      }
      const peer = {
        peer: 'bare Community Solid Server 7.2, file backend',
        peerFigure: median(bare),
      };
      const result = (name: string, figure: number, limit: number): Result => ({
        suite: 'ready',
        name,
        figure,
        unit: 's',
        ...peer,
        ratio: figure / peer.peerFigure,
        target: `figure <= ${limit} s`,
        holds: figure <= limit,
      });
      return [
        result('npm run demo, first start once installed: seeds three vaults', first, 60),
        result('npm run demo, second start', median(second), 20),
      ];
    });
  } finally {
    await rm(stackFolder(port), { recursive: true, force: true });
  }
}

/** Seconds from the command to its line of JSON; then it is stopped. */
async function startDemo(port: number): Promise<number> {
  const startedAt = performance.now();
  const child = spawn('npm', ['run', 'demo', '--', '--json', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const closed = once(child, 'close');
  const [line] = await Promise.race([once(child.stdout, 'data'), closed]);
  if (!String(line).includes('"vault"')) throw new Error('The demo did not become ready.');
  const seconds = (performance.now() - startedAt) / 1_000;
  // the whole group, as Ctrl-C in a terminal
  process.kill(-(child.pid as number), 'SIGINT');
  await closed;
  return seconds;
}

/** Seconds until a stock server answers; then it is stopped. */
async function startBareServer(folder: string, port: number): Promise<number> {
  const devStack = createRequire(import.meta.url).resolve('@grondslag/dev-stack/package.json');
  const css = createRequire(devStack).resolve('@solid/community-server/package.json');
  const base = `http://localhost:${port}/`;
  const args = [
    ['-c', '@css:config/file.json'],
    ['-m', dirname(devStack)],
    ['-p', String(port)],
    ['-b', base],
    ['-f', folder],
    ['-l', 'error'],
  ];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(dirname(css), 'bin/server.js'), ...args.flat()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(new URL('.well-known/openid-configuration', base)).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok) break;
    if (Date.now() > deadline || child.exitCode !== null) {
      throw new Error('The bare server did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  child.kill();
  await exited;
  return seconds;
}
