import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { buildPackage } from '../test-support/build-package.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

const settings = { authority: 'http://127.0.0.1:1/', secret };
const consentApp = 'https://consent.example/decide?lang=nl';

describe('.well-known/solid', () => {
  let folder: string;
  let vault: VaultServer;
  beforeAll(async () => {
    await buildPackage();
    folder = await mkdtemp(join(tmpdir(), 'grondslag-well-known-'));
    vault = await startVaultServer({ folder, settings: { ...settings, consentApp } });
  }, 90_000);
  afterAll(async () => {
    await vault?.stop();
    await rm(folder, { recursive: true });
  });

  const ask = (init?: RequestInit) => fetch(`${vault.baseUrl}.well-known/solid`, init);

  it('names the app as Turtle to anyone, from any page', async () => {
    const response = await ask({ headers: { accept: 'text/turtle', origin: 'https://a.example' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/turtle');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(response.headers.get('vary')?.split(',')).toContain('Accept');
    expect(await response.text()).toBe(
      `[] <http://inrupt.com/ns/ess#ConsentManagementUI> <${consentApp}> .\n`,
    );
  });

  it('names it as JSON-LD to who asks for that', async () => {
    const response = await ask({ headers: { accept: 'application/ld+json' } });
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    expect(await response.json()).toEqual([
      { 'http://inrupt.com/ns/ess#ConsentManagementUI': [{ '@id': consentApp }] },
    ]);
  });

  it('can be looked at and not changed', async () => {
    const head = await ask({ method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await ask({ method: 'PUT', body: 'x' })).ok).toBe(false);
    expect((await ask()).status).toBe(200);
  });

  it('is told of an app at an http(s) address only', () => {
    const withApp = (app?: string) =>
      new GrondslagSettings(
        settings.authority,
        '/queue',
        secret,
        undefined,
        undefined,
        undefined,
        app,
      ).consentApp;
    expect(withApp()).toBeUndefined();
    expect(withApp('https://a.example')).toBe('https://a.example/');
    for (const app of ['consent.example', 'javascript:alert(1)', '', '> <a> <b> .']) {
      expect(() => withApp(app)).toThrow(/"consentApp"/);
    }
  });
});
