import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

const authority = 'http://127.0.0.1:1/';

let folder: string;
let vault: VaultServer;
let asAn: typeof fetch;
let asBob: typeof fetch;

beforeAll(async () => {
  await buildPackage();
  folder = await mkdtemp(join(tmpdir(), 'grondslag-acr-'));
  vault = await startVaultServer({
    folder,
    settings: { authority, secret },
    accessControl: 'acp',
  });
  asAn = await signInOwner(vault.baseUrl, 'an');
  asBob = await signInOwner(vault.baseUrl, 'bob');
}, 90_000);

afterAll(async () => {
  await vault?.stop();
  if (folder) await rm(folder, { recursive: true });
});

async function makeNote(name: string): Promise<string> {
  const note = `${vault.baseUrl}an/${name}`;
  const headers = { 'content-type': 'text/plain' };
  const response = await asAn(note, { method: 'PUT', headers, body: 'text of the owner' });
  expect(response.status).toBe(201);
  return note;
}

function patch(body: string, contentType = 'application/sparql-update'): RequestInit {
  return { method: 'PATCH', headers: { 'content-type': contentType }, body };
}

/** What `approveAccessRequest` of the access-grant library sends for an ACR without rules. */
function vcPolicy(acr: string): string {
  const acp = 'http://www.w3.org/ns/solid/acp#';
  return `INSERT DATA {
    <${acr}> <${acp}accessControl> <${acr}#defaultAccessControl>; <${acp}memberAccessControl> <${acr}#defaultMemberAccessControl>.
    <${acr}#defaultAccessControl> <${acp}apply> <${acr}#defaultVcPolicy>.
    <${acr}#defaultMemberAccessControl> <${acp}apply> <${acr}#defaultVcPolicy>.
    <${acr}#defaultVcPolicy> a <${acp}Policy>; <${acp}anyOf> <${acr}#defaultVcMatcher>; <${acp}allow> <http://www.w3.org/ns/auth/acl#Read>.
    <${acr}#defaultVcMatcher> a <${acp}Matcher>; <${acp}vc> <http://www.w3.org/ns/solid/vc#SolidAccessGrant>. }`;
}

describe('an access control resource nobody has written', () => {
  it('is there for its owner, and says whose it is', async () => {
    const note = await makeNote('unwritten.txt');
    for (const method of ['GET', 'HEAD']) {
      const response = await asAn(`${note}.acr`, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/turtle');
      expect(response.headers.get('link')).toContain(
        '<http://www.w3.org/ns/solid/acp#AccessControlResource>; rel="type"',
      );
      expect(await response.text()).toBe(
        method === 'HEAD'
          ? ''
          : `<${note}.acr> a <http://www.w3.org/ns/solid/acp#AccessControlResource>; <http://www.w3.org/ns/solid/acp#resource> <${note}>.\n`,
      );
    }
    const asJson = await asAn(`${note}.acr`, { headers: { accept: 'application/ld+json' } });
    expect(await asJson.json()).toMatchObject([{ '@id': `${note}.acr` }]);
  });

  it('is closed to everyone else', async () => {
    const note = await makeNote('closed.txt');
    expect((await fetch(`${note}.acr`)).status).toBe(401);
    expect((await asBob(`${note}.acr`)).status).toBe(403);
    expect((await asBob(`${note}.acr`, patch(vcPolicy(`${note}.acr`)))).status).toBe(403);
  });

  it('is not there for a resource that is not there', async () => {
    const nowhere = `${vault.baseUrl}an/nowhere.txt.acr`;
    expect((await asAn(nowhere)).status).toBe(404);
    expect((await fetch(nowhere)).status).toBe(401);
  });

  it('cannot be deleted before it is written', async () => {
    const note = await makeNote('undeletable.txt');
    expect((await asAn(`${note}.acr`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('an access control resource that a client patches into being', () => {
  it('counts, and leaves the owner what she had and everyone else nothing', async () => {
    const note = await makeNote('patched.txt');
    const acr = `${note}.acr`;
    expect((await asAn(acr, patch(vcPolicy(acr)))).status).toBe(201);
    const stored = await (await asAn(acr)).text();
    expect(stored).toContain('defaultVcPolicy');
    expect(stored).toMatch(/acp:resource|solid\/acp#resource/);
    expect((await asAn(note)).status).toBe(200);
    expect((await fetch(note)).status).toBe(401);
    expect((await asBob(note)).status).toBe(403);

    // the policies in it are looked at: one for Bob works
    const acp = 'http://www.w3.org/ns/solid/acp#';
    const forBob = `INSERT DATA { <${acr}#defaultVcPolicy> <${acp}anyOf> <${acr}#bob>.
      <${acr}#bob> a <${acp}Matcher>; <${acp}agent> <${vault.baseUrl}bob/profile/card#me>. }`;
    expect((await asAn(acr, patch(forBob))).status).toBe(205);
    expect((await asBob(note)).status).toBe(200);
    expect((await asBob(acr)).status).toBe(403);
  });

  it('may be patched with N3 as well', async () => {
    const note = await makeNote('patched-n3.txt');
    const acr = `${note}.acr`;
    const n3 = `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix acp: <http://www.w3.org/ns/solid/acp#>.
      <> a solid:InsertDeletePatch; solid:inserts { <${acr}#it> acp:accessControl <${acr}#access>.
        <${acr}#access> acp:apply <${acr}#policy>.
        <${acr}#policy> acp:allow <http://www.w3.org/ns/auth/acl#Read>; acp:anyOf <${acr}#all>.
        <${acr}#all> acp:agent acp:PublicAgent. }.`;
    expect((await asAn(acr, patch(n3, 'text/n3'))).status).toBe(201);
    expect((await fetch(note)).status).toBe(200);
  });

  it('is left alone when it says itself whose it is, or has no rules', async () => {
    const note = await makeNote('own-words.txt');
    const acr = `${note}.acr`;
    const acp = 'http://www.w3.org/ns/solid/acp#';
    const own = `INSERT DATA { <${acr}#it> <${acp}resource> <${note}>; <${acp}accessControl> <${acr}#a>. }`;
    expect((await asAn(acr, patch(own))).status).toBe(201);
    const asNTriples = await asAn(acr, { headers: { accept: 'application/n-triples' } });
    expect((await asNTriples.text()).trim().split('\n')).toHaveLength(2);

    const other = await makeNote('other-words.txt.acr.txt');
    const noRules = 'INSERT DATA { <#a> <#b> <#c>. }';
    expect((await asAn(`${other}.acr`, patch(noRules))).status).toBe(201);
    const asTurtle = await asAn(`${other}.acr`);
    expect(await asTurtle.text()).not.toContain('acp');
  });
});
