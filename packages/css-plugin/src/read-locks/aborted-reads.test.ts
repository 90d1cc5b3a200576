import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

/** Reads that end before the server has begun to answer. */
async function abortReads(url: string, count: number): Promise<void> {
  const { hostname, port, host, pathname } = new URL(url);
  await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`, () => socket.destroy());
      await once(socket, 'close');
    }),
  );
}

describe('after thirty reads that were given up', () => {
  let folder: string;
  let vault: VaultServer | undefined;
  beforeAll(buildPackage, 60_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-locks-'));
  });
  afterEach(async () => {
    await vault?.stop();
    await rm(folder, { recursive: true });
  });

  async function writeAfterAbortedReads(plugin?: readonly string[]): Promise<string> {
    vault = await startVaultServer({
      folder,
      settings: { authority: 'http://127.0.0.1:1/', secret },
      ...(plugin && { plugin }),
    });
    const card = `${vault.baseUrl}an/profile/card`;
    const asAn = await signInOwner(vault.baseUrl, 'an');
    const body = await (await asAn(card)).text();
    await abortReads(card, 30);
    const headers = { 'content-type': 'text/turtle' };
    expect((await asAn(card, { method: 'PUT', headers, body })).status).toBe(205);
    return vault.output();
  }

  it('the owner writes without waiting for a lock to expire', async () => {
    expect(await writeAfterAbortedReads()).not.toContain('Lock expired');
  }, 60_000);

  it('she would wait on a stock server: the repair is still needed', async () => {
    expect(await writeAfterAbortedReads([])).toContain('Lock expired');
  }, 60_000);
});
