import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addressesFrom, findFreePort, stackFolder } from '@grondslag/dev-stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What `npm run demo -- --json` promises to programs. */
describe('the demo command', () => {
  const require = createRequire(import.meta.url);
  const script = join(
    dirname(require.resolve('@grondslag/dev-stack/package.json')),
    'dist/bin/demo.js',
  );
  let port: number;
  let demo: ChildProcess;
  let out = '';

  const start = (...args: string[]) =>
    spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

  beforeAll(async () => {
    port = await findFreePort();
    demo = start('--json', '--port', String(port));
    demo.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    await once(demo.stdout as NodeJS.ReadableStream, 'data');
  });
  afterAll(async () => {
    demo.kill('SIGKILL');
    await rm(stackFolder(port), { recursive: true, force: true });
  });

  it('prints one line of JSON when it is ready', () => {
    expect(out.trim().split('\n')).toHaveLength(1);
    const { vault, authority, consentApp, demoAgency } = addressesFrom(port);
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({ vault, authority, consentApp, demoAgency });
    const roles = printed.accounts.map(({ role }: { role: string }) => role);
    expect(roles.filter((role: string) => role === 'citizen').length).toBeGreaterThanOrEqual(3);
    for (const account of printed.accounts) {
      expect(Object.keys(account).sort((a, b) => a.localeCompare(b))).toEqual([
        'clientId',
        'clientSecret',
        'email',
        'password',
        'role',
        'webId',
      ]);
      expect(account.webId).toMatch(new RegExp(`^${vault}`));
    }
  });

  it('answers at every address it printed', async () => {
    const { vault, authority, consentApp, demoAgency } = addressesFrom(port);
    for (const address of [vault, authority, consentApp, demoAgency]) {
      expect((await fetch(address)).status, address).toBe(200);
    }
  });

  it('says which port is taken and what to do, when it runs already', async () => {
    const second = start('--json', '--port', String(port));
    let said = '';
    second.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(second, 'close');
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port}, for the vault server, is in use`);
    expect(said).toContain('npm run demo -- --port');
  });

  it('stops every server when it is told to', async () => {
    demo.kill('SIGINT');
    const [code] = await once(demo, 'close');
    expect(code).toBe(0);
    for (const address of Object.values(addressesFrom(port))) {
      await expect(fetch(address), address).rejects.toThrow();
    }
  });
});
