import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { fetchUnderGrant } from '../test-support/fetch-under-grant.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import { secret, startAuthorityDouble } from '../test-support/start-authority-double.ts';
import {
  type StartVaultServerOptions,
  startVaultServer,
} from '../test-support/start-vault-server.ts';

beforeAll(buildPackage, 60_000);

const servers: [name: string, options: Partial<StartVaultServerOptions>][] = [
  ['a server with ACP', { accessControl: 'acp' }],
  [
    'each of two workers',
    {
      workers: 2,
      server: 'css:config/util/resource-locker/file.json',
      plugin: ['vcss:config/workers-wac.json'],
    },
  ],
];

it.each(servers)(
  '%s refuses what was withdrawn, and serves nothing while the authority is silent',
  { timeout: 180_000 },
  async (_name, options) => {
    const folder = await mkdtemp(join(tmpdir(), 'grondslag-feed-'));
    const authority = await startAuthorityDouble();
    const settings = { authority: authority.url, secret, maxSilenceSeconds: 2 };
    const vault = await startVaultServer({ folder, settings, ...options });
    try {
      const note = `${vault.baseUrl}an/note.txt`;
      const asAn = await signInOwner(vault.baseUrl, 'an');
      const text = { headers: { 'content-type': 'text/plain' }, body: 'text' };
      expect((await asAn(note, { method: 'PUT', ...text })).status).toBe(201);
      const permissions = [{ resource: note, modes: ['read' as const] }];
      const reader = async (grant: string) => {
        const read = await fetchUnderGrant({ authority, vault }, permissions, {
          grant,
          exp: Math.floor(Date.now() / 1_000) + 180,
        });
        // each on a connection of its own: workers take turns
        const init = { headers: { connection: 'close' } };
        return async (status: number) => {
          const answers = await Promise.all(Array.from({ length: 6 }, () => read(note, init)));
          expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(status));
        };
      };
      const withdrawn = await reader(`${authority.url}vc/withdrawn`);
      const other = await reader(`${authority.url}vc/other`);
      await vi.waitFor(() => withdrawn(200), 20_000);
      authority.changeStatus(`${authority.url}vc/withdrawn`, 'revoked');
      await vi.waitFor(() => withdrawn(401), 20_000);
      await vi.waitFor(() => other(200), 20_000);

      authority.keepSilent(true);
      await vi.waitFor(() => other(503), 20_000);
      expect((await asAn(note)).status).toBe(200);
      authority.keepSilent(false);
      await vi.waitFor(() => other(200), 20_000);
      await withdrawn(401);
    } finally {
      await vault.stop();
      await authority.stop();
      await rm(folder, { recursive: true });
    }
  },
);
