import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A browser that several programs can use at the same time, over a port of this machine. */
export interface RunningChromium {
  readonly port: number;
  stop(): Promise<void>;
}

/** The machine's Chromium with a fresh profile, and without any address but this machine's. */
export async function startChromium(): Promise<RunningChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'grondslag-lighthouse-'));
  const chromium = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      ...['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...['--no-first-run', '--no-default-browser-check', '--disable-extensions'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...['--disable-domain-reliability', '--disable-features=Translate,OptimizationHints'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      // a question for the language gets Dutch
      ...['--lang=nl-NL', '--accept-lang=nl-NL'],
      // as in containers, where the tests run as root too
      ...['--no-sandbox', '--disable-dev-shm-usage'],
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(chromium, 'exit');
  async function stop() {
    chromium.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  for await (const line of createInterface(chromium.stderr)) {
    const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line) ?? [];
    if (port === undefined) continue;
    // else its warnings would fill the pipe
    chromium.stderr.resume();
    return { port: Number(port), stop };
  }
  await stop();
  throw new Error('Chromium ended before it opened its port. Try to start it by hand.');
}
