import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPackage } from '../test-support/build-package.ts';
import { fetchUnderGrant, type TokenClaims } from '../test-support/fetch-under-grant.ts';
import { signInOwner } from '../test-support/sign-in-owner.ts';
import {
  type AuthorityDouble,
  secret,
  startAuthorityDouble,
} from '../test-support/start-authority-double.ts';
import { startVaultServer, type VaultServer } from '../test-support/start-vault-server.ts';

let folder: string;
let authority: AuthorityDouble;
let vault: VaultServer;
let asAn: typeof fetch;
const note = () => `${vault.baseUrl}an/private/note.txt`;

beforeAll(async () => {
  await buildPackage();
  folder = await mkdtemp(join(tmpdir(), 'grondslag-channels-'));
  authority = await startAuthorityDouble();
  vault = await startVaultServer({ folder, settings: { authority: authority.url, secret } });
  asAn = await signInOwner(vault.baseUrl, 'an');
  await change();
}, 90_000);

afterAll(async () => {
  await vault?.stop();
  await authority?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** The owner changes what channels tell of. */
async function change(): Promise<void> {
  const init = { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'text' };
  expect((await asAn(note(), init)).ok).toBe(true);
}

function subscription(): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/ld+json' },
    body: JSON.stringify({
      '@context': ['https://www.w3.org/ns/solid/notification/v1'],
      type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
      topic: note(),
    }),
  };
}

const service = () => `${vault.baseUrl}.notifications/WebSocketChannel2023/`;

async function subscribe(claims: TokenClaims): Promise<{ receiveFrom: string; endAt: string }> {
  const permissions = [{ resource: note(), modes: ['read' as const] }];
  const agency = await fetchUnderGrant({ authority, vault }, permissions, claims);
  const response = await agency(service(), subscription());
  expect(response.status).toBe(200);
  expect(response.content).not.toContain('openedUnder');
  return JSON.parse(response.content);
}

/** A real WebSocket, with the notifications that came. */
async function open(receiveFrom: string) {
  const socket = new WebSocket(receiveFrom);
  const told: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    if (text.startsWith('{')) told.push(JSON.parse(text).type);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return {
    told,
    isClosed: () => socket.readyState === WebSocket.CLOSED,
    close: () => socket.close(),
  };
}

async function expectNothingFrom(receiveFrom: string): Promise<void> {
  const again = await open(receiveFrom);
  await change();
  await vi.waitFor(() => expect(again.isClosed()).toBe(true), 5_000);
  expect(again.told).toEqual([]);
}

describe('a notification channel opened under a grant', () => {
  it.each(['revoked', 'suspended'] as const)('is closed when the grant is %s', async (status) => {
    const grant = `${authority.url}vc/${status}`;
    const { receiveFrom } = await subscribe({ grant });
    const ofGrant = await open(receiveFrom);
    const ofOther = await open((await subscribe({})).receiveFrom);
    const own = await (await asAn(service(), subscription())).json();
    const ofOwner = await open(own.receiveFrom);
    const all = [ofGrant, ofOther, ofOwner];
    await vi.waitFor(async () => {
      await change();
      for (const { told } of all) expect(told).toContain('Update');
    }, 10_000);

    authority.changeStatus(grant, status);
    await vi.waitFor(() => expect(ofGrant.isClosed()).toBe(true), 5_000);
    const before = all.map(({ told }) => told.length);
    await expectNothingFrom(receiveFrom);
    await vi.waitFor(() => {
      expect(ofOther.told.length).toBeGreaterThan(before[1] ?? 0);
      expect(ofOwner.told.length).toBeGreaterThan(before[2] ?? 0);
    }, 5_000);
    expect(ofGrant.told).toHaveLength(before[0] ?? 0);
    ofOther.close();
    ofOwner.close();
  });

  it('ends with the grant', async () => {
    const grantEndsAt = Math.floor(Date.now() / 1000) + 3;
    const { receiveFrom, endAt } = await subscribe({ grant_exp: grantEndsAt });
    expect(Date.parse(endAt)).toBe(grantEndsAt * 1_000);
    const ofGrant = await open(receiveFrom);
    await vi.waitFor(() => expect(ofGrant.isClosed()).toBe(true), 10_000);
    await expectNothingFrom(receiveFrom);
  });
});
