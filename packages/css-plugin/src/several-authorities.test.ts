import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CONTROL_QUESTION_PATH,
  type TokenPermission,
  VAULT_MESSAGE_MEDIA_TYPE,
} from '@grondslag/protocol';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPackage } from './test-support/build-package.ts';
import { fetchUnderGrant } from './test-support/fetch-under-grant.ts';
import { signInOwner } from './test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from './test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from './test-support/start-vault-server.ts';

let folder: string;
let general: AuthorityDouble;
let health: AuthorityDouble;
let vault: VaultServer;
const note = () => `${vault.baseUrl}an/private/note.txt`;
const dossier = () => `${vault.baseUrl}an/health/dossier.txt`;
const reading = (...resources: string[]): TokenPermission[] =>
  resources.map((resource) => ({ resource, modes: ['read'], inherit: true }));

beforeAll(async () => {
  await buildPackage();
  folder = await mkdtemp(join(tmpdir(), 'grondslag-several-'));
  general = await startAuthorityDouble();
  health = await startAuthorityDouble();
  vault = await startVaultServer({
    folder,
    settings: (baseUrl) => ({
      authority: general.url,
      secret,
      otherAuthorities: [
        {
          '@type': 'TrustedAuthority',
          authority: health.url,
          secret,
          resources: [`${baseUrl}an/health/`],
        },
      ],
    }),
  });
  const asAn = await signInOwner(vault.baseUrl, 'an');
  for (const url of [note(), dossier()]) {
    const init = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'text' };
    expect((await asAn(url, init)).status).toBe(201);
  }
}, 90_000);

afterAll(async () => {
  await vault?.stop();
  await general?.stop();
  await health?.stop();
  if (folder) await rm(folder, { recursive: true });
});

describe('a vault server with two authorities', () => {
  it('sends a stranger to the authority of the resource', async () => {
    const challenges = await Promise.all(
      [note(), dossier()].map(async (url) => (await fetch(url)).headers.get('www-authenticate')),
    );
    expect(challenges).toEqual([
      expect.stringMatching(`^UMA as_uri="${general.url}", ticket="[^"]+", Bearer`),
      expect.stringMatching(`^UMA as_uri="${health.url}", ticket="[^"]+", Bearer`),
    ]);
  });

  it('honours the grants of each for its own resources, and tells each of its own', async () => {
    for (const [authority, own, foreign] of [
      [general, note(), dossier()],
      [health, dossier(), note()],
    ] as const) {
      const grant = `${authority.url}vc/own`;
      const agency = await fetchUnderGrant({ authority, vault }, reading(own, foreign), { grant });
      expect((await agency(own)).status).toBe(200);
      expect((await agency(foreign)).status).toBe(403);
      await vi.waitFor(
        () => expect(authority.received).toMatchObject([{ grant, resource: own }]),
        5_000,
      );
    }
  });

  it('keeps the others out under another spelling of the address too', async () => {
    const token = await general.signToken({
      aud: vault.baseUrl,
      owner: `${vault.baseUrl}an/profile/card#me`,
      permissions: reading(`${vault.baseUrl}an/`),
    });
    const statusOf = (path: string) =>
      new Promise((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}` };
        request({ host: 'localhost', port: vault.port, path, headers }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        })
          .on('error', reject)
          .end();
      });
    expect(await statusOf('/an/private/note.txt')).toBe(200);
    expect(await statusOf('/an//private/note.txt')).toBe(200);
    expect(await statusOf('/an/health/dossier.txt')).toBe(403);
    expect(await statusOf('/an//health/dossier.txt')).toBe(403);
    expect(await statusOf('/an/\\health/dossier.txt')).toBe(400);
  });

  it('tells each authority who controls what of its own resources', async () => {
    const question = {
      aud: vault.baseUrl,
      webId: `${vault.baseUrl}an/profile/card#me`,
      resources: [note(), dossier()],
    };
    const ask = async (authority: AuthorityDouble) => {
      const response = await fetch(`${vault.baseUrl}${CONTROL_QUESTION_PATH}`, {
        method: 'POST',
        headers: { 'content-type': VAULT_MESSAGE_MEDIA_TYPE },
        body: await authority.signControlQuestion(question),
      });
      return response.json();
    };
    expect(await ask(general)).toMatchObject({ controlled: [note()] });
    expect(await ask(health)).toMatchObject({ controlled: [dossier()] });
  });
});
