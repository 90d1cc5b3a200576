import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
let authority: AuthorityDouble;
let vault: VaultServer;
let asAn: typeof fetch;
const note = () => `${vault.baseUrl}an/private/note.txt`;
const put = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'text' };

beforeAll(async () => {
  await buildPackage();
  folder = await mkdtemp(join(tmpdir(), 'grondslag-withdrawal-'));
  authority = await startAuthorityDouble();
  const settings = { authority: authority.url, secret, maxSilenceSeconds: 1 };
  vault = await startVaultServer({ folder, settings });
  asAn = await signInOwner(vault.baseUrl, 'an');
  expect((await asAn(note(), put)).status).toBe(201);
}, 90_000);

afterAll(async () => {
  await vault?.stop();
  await authority?.stop();
  if (folder) await rm(folder, { recursive: true });
});

function reader(grant: string, resource = note()) {
  const permissions = [{ resource, modes: ['read' as const, 'write' as const] }];
  return fetchUnderGrant({ authority, vault }, permissions, { grant });
}

/** An access control list in which Bob controls what is in the container, and An nothing. */
function aclOfBob(container: string): string {
  return `<#bob> a <http://www.w3.org/ns/auth/acl#Authorization>;
    <http://www.w3.org/ns/auth/acl#agent> <${vault.baseUrl}bob/profile/card#me>;
    <http://www.w3.org/ns/auth/acl#accessTo> <${container}>;
    <http://www.w3.org/ns/auth/acl#default> <${container}>;
    <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>, <http://www.w3.org/ns/auth/acl#Control>.`;
}

describe('a token that was issued before', () => {
  it('opens nothing after the grant is withdrawn, and gets a new ticket', async () => {
    const grant = `${authority.url}vc/withdrawn`;
    const agency = await reader(grant);
    const other = await reader(`${authority.url}vc/other`);
    expect((await agency(note())).status).toBe(200);
    authority.changeStatus(grant, 'revoked');
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(401), 5_000);
    const refused = await agency(note(), put);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toMatch(/^UMA as_uri="/);
    expect((await other(note())).status).toBe(200);
    expect((await asAn(note())).status).toBe(200);
  });

  it('opens nothing while the grant is suspended, and goes on when it is resumed', async () => {
    const grant = `${authority.url}vc/suspended`;
    const agency = await reader(grant);
    expect((await agency(note())).status).toBe(200);
    authority.changeStatus(grant, 'suspended');
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(401), 5_000);
    authority.changeStatus(grant, 'resumed');
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(200), 5_000);
  });

  it('opens nothing when the authority was silent for too long, and the answer says so', async () => {
    const agency = await reader(`${authority.url}vc/silence`);
    expect((await agency(note())).status).toBe(200);
    authority.keepSilent(true);
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(503), 5_000);
    const refused = await agency(note(), { headers: { accept: 'application/json' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(refused.headers.get('www-authenticate')).toBeNull();
    expect(JSON.parse(refused.content)).toMatchObject({
      errorCode: 'authority_silent',
      message: expect.stringContaining('with the same token'),
    });
    expect((await agency(note(), put)).status).toBe(503);
    expect((await asAn(note())).status).toBe(200);
    expect((await fetch(note())).status).toBe(401);

    authority.keepSilent(false);
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(200), 5_000);
    expect(vault.output()).toContain(`No answer from the authority ${authority.url} for 1 s`);
    expect(vault.output()).not.toContain('profile/card');
  });

  it('opens nothing from the moment its grantor gave up control here', async () => {
    const container = `${vault.baseUrl}an/given/`;
    expect((await asAn(`${container}note.txt`, put)).status).toBe(201);
    const agency = await reader(`${authority.url}vc/given`, container);
    expect((await agency(`${container}note.txt`)).status).toBe(200);
    const headers = { 'content-type': 'text/turtle' };
    const acl = { method: 'PUT', headers, body: aclOfBob(container) };
    expect((await asAn(`${container}.acl`, acl)).status).toBe(201);
    expect((await agency(`${container}note.txt`)).status).toBe(403);
  });

  it('opens nothing after another process took control from its grantor', async () => {
    const container = `${vault.baseUrl}an/taken/`;
    expect((await asAn(`${container}note.txt`, put)).status).toBe(201);
    const agency = await reader(`${authority.url}vc/taken`, container);
    expect((await agency(`${container}note.txt`)).status).toBe(200);
    await writeFile(join(folder, 'vaults/an/taken/.acl'), aclOfBob(container));
    await vi.waitFor(
      async () => expect((await agency(`${container}note.txt`)).status).toBe(403),
      5_000,
    );
  });

  it('opens nothing after a restart until the authority has said what ended meanwhile', async () => {
    const grant = `${authority.url}vc/meanwhile`;
    const agency = await reader(grant);
    expect((await agency(note())).status).toBe(200);
    await vault.kill();
    authority.changeStatus(grant, 'revoked');
    authority.keepSilent(true);
    const settings = { authority: authority.url, secret };
    vault = await startVaultServer({ folder, settings, port: vault.port });
    expect((await agency(note())).status).toBe(503);
    authority.keepSilent(false);
    await vi.waitFor(async () => expect((await agency(note())).status).toBe(401), 5_000);
  }, 90_000);
});
