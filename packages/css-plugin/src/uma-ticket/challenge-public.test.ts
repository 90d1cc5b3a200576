import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

const publicRead = (resource: string) => `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
  <#owner> acl:agent </an/profile/card#me>; acl:mode acl:Read, acl:Write, acl:Control.
  <#all> acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:mode acl:Read.
  <#owner> acl:accessTo <${resource}>; acl:default <${resource}>.
  <#all> acl:accessTo <${resource}>; acl:default <${resource}>.
  <#owner> a acl:Authorization. <#all> a acl:Authorization.`;

describe.each([true, false])('anonymous reads of public resources, challengePublic %s', (on) => {
  let folder: string;
  let vault: VaultServer;
  let asAn: typeof fetch;
  let box: string;
  beforeAll(async () => {
    await buildPackage();
    folder = await mkdtemp(join(tmpdir(), 'grondslag-public-'));
    const settings = { authority: 'http://127.0.0.1:1/', secret, challengePublic: on };
    vault = await startVaultServer({ folder, settings });
    asAn = await signInOwner(vault.baseUrl, 'an');
    box = `${vault.baseUrl}an/public/`;
    const put = (url: string, type: string, body: string) =>
      asAn(url, { method: 'PUT', headers: { 'content-type': type }, body });
    await put(`${box}note.txt`, 'text/plain', 'text for everyone');
    await put(`${box}.acl`, 'text/turtle', publicRead('/an/public/'));
  }, 90_000);
  afterAll(async () => {
    await vault?.stop();
    await rm(folder, { recursive: true });
  });

  const ticketIn = (response: Response) =>
    /^UMA as_uri="[^"]+", ticket="([^"]+)"$/.exec(
      response.headers.get('www-authenticate') ?? '',
    )?.[1];
  const etagOf = async (url: string) => (await fetch(url)).headers.get('etag') ?? '';

  it.each<[string, string, (url: string) => Promise<RequestInit>, number]>([
    ['GET', 'note.txt', async () => ({}), 200],
    ['HEAD', 'note.txt', async () => ({ method: 'HEAD' }), 200],
    ['a range', 'note.txt', async () => ({ headers: { range: 'bytes=0-3' } }), 206],
    [
      'an answer that it is still so',
      'note.txt',
      async (url) => ({ headers: { 'if-none-match': await etagOf(url) } }),
      304,
    ],
    ['a container', '', async () => ({}), 200],
    [
      'a container as JSON-LD',
      '',
      async () => ({ headers: { accept: 'application/ld+json' } }),
      200,
    ],
  ])('%s', async (_, target, init, status) => {
    const response = await fetch(box + target, await init(box + target));
    expect(response.status).toBe(status);
    const ticket = ticketIn(response);
    if (!on) {
      expect(response.headers.get('www-authenticate')).toBeNull();
      expect(response.headers.get('cache-control')).toBeNull();
      return;
    }
    expect(decodeJwt(ticket ?? '')).toMatchObject({
      permissions: [{ resource: box + target, modes: ['read'] }],
    });
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('vary')).toMatch(/\bAuthorization\b/);
    expect(response.headers.get('access-control-expose-headers')).toMatch(/www-authenticate/i);
  });

  it.each<[string, () => Promise<Response>, number]>([
    ['the owner', () => asAn(`${box}note.txt`), 200],
    ['a resource that is not there', () => fetch(`${box}missing.txt`), 404],
    ['a preflight', () => fetch(`${box}note.txt`, { method: 'OPTIONS' }), 204],
    ['a page of the server', () => fetch(`${vault.baseUrl}.account/`), 200],
    [
      'a type it cannot be had in',
      () => fetch(`${box}note.txt`, { headers: { accept: 'image/png' } }),
      501,
    ],
  ])('gives no ticket to %s', async (_, send, status) => {
    const response = await send();
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([status, null]);
    expect(response.headers.get('cache-control')).not.toBe('private, no-cache');
  });

  it('keeps a ticket for a private resource out of every cache', async () => {
    const response = await fetch(`${vault.baseUrl}an/private.txt`);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(
      /^UMA .*, Bearer scope="openid webid"$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
