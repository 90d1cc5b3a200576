import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer } from '../test-support/start-vault-server.ts';

const settings = { authority: 'http://127.0.0.1:1/', secret };

function rootAcr(agent: string): string {
  return `@prefix acp: <http://www.w3.org/ns/solid/acp#>.
    <#root> a acp:AccessControlResource; acp:resource <./>; acp:memberAccessControl <#all>.
    <#all> acp:apply [ acp:allow <http://www.w3.org/ns/auth/acl#Read>; acp:anyOf [ acp:agent acp:${agent} ] ].`;
}

describe('a vault server with ACP', () => {
  let folder: string;
  beforeAll(buildPackage, 60_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grondslag-root-'));
    await mkdir(join(folder, 'vaults'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('opens nothing to anyone when it starts with an empty folder', async () => {
    const vault = await startVaultServer({ folder, settings, accessControl: 'acp' });
    try {
      const an = `${vault.baseUrl}an/`;
      const asAn = await signInOwner(vault.baseUrl, 'an');
      const asBob = await signInOwner(vault.baseUrl, 'bob');
      const put = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'x' };
      expect((await asAn(`${an}note.txt`, put)).status).toBe(201);
      const attempts: [string, RequestInit?][] = [
        [`${an}note.txt`],
        [`${an}note.txt`, put],
        [`${an}new.txt`, put],
        [`${an}new.txt`, { ...put, method: 'POST' }],
        [`${an}note.txt`, { method: 'DELETE' }],
        [`${an}.acr`],
        [`${an}.meta`, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: '' }],
        [`${vault.baseUrl}new.txt`, put],
        [`${vault.baseUrl}eve/`, { method: 'PUT' }],
        [`${vault.baseUrl}.acr`],
      ];
      for (const [url, init] of attempts) {
        expect([url, (await fetch(url, init)).status]).toEqual([url, 401]);
        expect([url, (await asBob(url, init)).status]).toEqual([url, 403]);
      }
    } finally {
      await vault.stop();
    }
  }, 60_000);

  it.each(['PublicAgent', 'AuthenticatedAgent'])(
    'does not start when its root opens every vault to any %s',
    async (agent) => {
      await writeFile(join(folder, 'vaults/.acr'), rootAcr(agent));
      await expect(startVaultServer({ folder, settings, accessControl: 'acp' })).rejects.toThrow(
        /access control resource of the root .* gives everyone read in every vault/,
      );
    },
    60_000,
  );
});
