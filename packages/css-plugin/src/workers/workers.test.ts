import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTROL_QUESTION_PATH, VAULT_MESSAGE_MEDIA_TYPE } from '@grondslag/protocol';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSegmentName } from '../read-log/segment-name.ts';
import { buildPackage } from '../test-support/build-package.ts';
import { logInOwner, signInOwner } from '../test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

let folder: string;
let authority: AuthorityDouble;
let servers: VaultServer[];

beforeAll(buildPackage, 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-workers-'));
  authority = await startAuthorityDouble();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  await authority.stop();
  await rm(folder, { recursive: true });
});

async function start(options: { workers?: number; baseUrl?: string } = {}): Promise<VaultServer> {
  const server = await startVaultServer({
    folder,
    settings: { authority: authority.url, secret },
    server: 'css:config/util/resource-locker/file.json',
    plugin: ['vcss:config/workers-wac.json'],
    ...options,
  });
  servers.push(server);
  return server;
}

/** On a connection of its own, so that the next worker gets it. */
function get(port: number, url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { host, pathname: path } = new URL(url);
    const options = {
      ...{ host: 'localhost', port, path, agent: false, headers: { host, ...headers } },
      // a connection handed to a worker that was just killed is never answered
      signal: AbortSignal.timeout(20_000),
    };
    request(options, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    })
      .once('error', reject)
      .end();
  });
}

async function putNote(vault: VaultServer): Promise<string> {
  const note = `${vault.baseUrl}an/note.txt`;
  const asAn = await signInOwner(vault.baseUrl, 'an');
  const headers = { 'content-type': 'text/plain' };
  expect((await asAn(note, { method: 'PUT', headers, body: 'text' })).status).toBe(201);
  return note;
}

/** Records on disk, by the process that wrote them. */
async function recordsByProcess(queueFolder: string): Promise<Map<number, number>> {
  const records = new Map<number, number>();
  for (const name of await readdir(queueFolder)) {
    const pid = parseSegmentName(name)?.pid;
    if (pid === undefined) continue;
    const lines = (await readFile(join(queueFolder, name), 'utf8')).split('\n').length - 1;
    records.set(pid, (records.get(pid) ?? 0) + lines);
  }
  return records;
}

describe('several workers', () => {
  it('accept a proof once together, and keep one log in which nothing is lost or told twice', async () => {
    const vault = await start({ workers: 2 });
    const note = await putNote(vault);
    const authorize = await logInOwner(vault.baseUrl, 'an');

    for (let round = 0; round < 10; round += 1) {
      const headers = await authorize('GET', note);
      const sent = [get(vault.port, note, headers), get(vault.port, note, headers)];
      expect((await Promise.all(sent)).sort()).toEqual([200, 401]);
      expect(await get(vault.port, note, headers)).toBe(401);
    }

    const grant = 'https://authority.example/vc/workers';
    const token = await authority.signToken({
      aud: vault.baseUrl,
      owner: `${vault.baseUrl}an/profile/card#me`,
      permissions: [{ resource: note, modes: ['read'], inherit: true }],
      grant,
      exp: Math.floor(Date.now() / 1000) + 300,
    });
    const read = () => get(vault.port, note, { authorization: `Bearer ${token}` });
    authority.answerReadsWith(503);
    const reads = await Promise.all(Array.from({ length: 40 }, read));
    expect(reads).toEqual(Array(40).fill(200));
    const written = await recordsByProcess(vault.queueFolder);
    expect(written.size).toBe(2);
    expect([...written.values()].reduce((sum, count) => sum + count)).toBe(40);

    // one is killed: another takes over what it has not told yet, and a new one reads on
    const [victim] = written.keys();
    process.kill(victim as number, 'SIGKILL');
    await vi.waitFor(async () => expect(await read()).toBe(200), 90_000); // its file locks last a while
    authority.answerReadsWith(204);
    const ids = () => authority.received.filter((record) => record.grant === grant);
    await vi.waitFor(() => expect(ids().length).toBeGreaterThanOrEqual(41), 90_000);
    expect(new Set(ids().map(({ id }) => id)).size).toBe(ids().length);
    await vi.waitFor(async () => {
      expect((await recordsByProcess(vault.queueFolder)).size).toBe(0);
    }, 20_000);

    const question = { aud: vault.baseUrl, webId: `${vault.baseUrl}an/profile/card#me` };
    const answers = Array.from({ length: 6 }, async () => {
      const response = await fetch(`${vault.baseUrl}${CONTROL_QUESTION_PATH}`, {
        method: 'POST',
        headers: { 'content-type': VAULT_MESSAGE_MEDIA_TYPE, connection: 'close' },
        body: await authority.signControlQuestion({ ...question, resources: [note] }),
      });
      return response.json();
    });
    expect(await Promise.all(answers)).toEqual(
      Array(6).fill({ controlled: [note], features: ['fields'] }),
    );
  }, 180_000);
});

describe('two processes on one folder', () => {
  it('accept a proof once together, also after a restart', async () => {
    const first = await start();
    const second = await start({ baseUrl: first.baseUrl });
    const note = await putNote(first);
    const authorize = await logInOwner(first.baseUrl, 'an');
    const used = await authorize('GET', note);
    expect(await get(first.port, note, used)).toBe(200);
    for (let round = 0; round < 10; round += 1) {
      const headers = await authorize('GET', note);
      const sent = [first, second].map(({ port }) => get(port, note, headers));
      expect((await Promise.all(sent)).sort()).toEqual([200, 401]);
    }
    await second.stop();
    const again = await start({ baseUrl: first.baseUrl });
    expect(await get(again.port, note, used)).toBe(401);
    expect(await get(again.port, note, await authorize('GET', note))).toBe(200);
  }, 120_000);
});
