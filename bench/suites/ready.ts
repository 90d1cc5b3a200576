import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findFreePort, startDevStack } from '@grondslag/dev-stack';
import { median, type Result, wallMilliseconds } from '../measurement.ts';
import { withTemporaryFolder } from '../temporary-stack.ts';

const ROUNDS = 3;

/** Second start of the whole stack against a bare Community Solid Server, in turn. */
export async function measureReady(progress: (text: string) => void): Promise<readonly Result[]> {
  return withTemporaryFolder(async (folder) => {
    const port = await findFreePort();
    const stackFolder = join(folder, 'stack');
    progress('first start, with seeding');
    const first = await wallMilliseconds(async () => {
      const stack = await startDevStack({ port, folder: stackFolder });
      await stack.stop();
    });
    const own: number[] = [];
    const bare: number[] = [];
    const barePort = await findFreePort();
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`round ${round} of ${ROUNDS}`);
      const startedAt = performance.now();
      const stack = await startDevStack({ port, folder: stackFolder });
      own.push((performance.now() - startedAt) / 1_000);
      await stack.stop();
      bare.push(await startBareServer(join(folder, 'bare'), barePort));
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
      result('stack, first start with seeding and stop', first / 1_000, 60),
      result('stack, second start', median(own), 20),
    ];
  });
}

async function startBareServer(folder: string, port: number): Promise<number> {
  const devStack = createRequire(import.meta.url).resolve('@grondslag/dev-stack/package.json');
  const require = createRequire(devStack);
  const server = join(
    dirname(require.resolve('@solid/community-server/package.json')),
    'bin/server.js',
  );
  const base = `http://localhost:${port}/`;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      server,
      '-c',
      '@css:config/file.json',
      '-m',
      dirname(devStack),
      '-p',
      String(port),
      '-b',
      base,
      '-f',
      folder,
      '-l',
      'error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(new URL('.well-known/openid-configuration', base)).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok) break;
    if (Date.now() > deadline || child.exitCode !== null)
      throw new Error('The bare server did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  child.kill();
  await exited;
  return seconds;
}
