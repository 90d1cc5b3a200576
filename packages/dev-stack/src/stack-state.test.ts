import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginStackState, readStackState, writeStackState } from './stack-state.ts';

const places = { vault: 'http://localhost:7100/', sources: 'http://localhost:7104/' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grondslag-state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is not there before the first start', async () => {
  expect(await readStackState(folder)).toBeUndefined();
});

it('empties the folder for a new stack, and says that it is not ready yet', async () => {
  await writeFile(join(folder, 'old-data'), 'x');
  const begun = await beginStackState(folder, places);
  expect(await readdir(folder)).toEqual(['stack.json']);
  expect(await readStackState(folder)).toEqual(begun);
  expect(begun.phase).toBe('seeding');
});

it('makes keys and a secret of its own for each stack', async () => {
  const first = await beginStackState(folder, places);
  const second = await beginStackState(folder, places);
  expect(second.vaultSecret).not.toBe(first.vaultSecret);
  expect(Buffer.from(first.vaultSecret, 'base64url')).toHaveLength(32);
  const keys = [...first.sourceKeys, ...second.sourceKeys].flatMap(
    ({ publicKeyMultibase, forParts }) => [publicKeyMultibase, forParts.publicKeyMultibase],
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it('can be read by this user only', async () => {
  await writeStackState(folder, { ...(await beginStackState(folder, places)), phase: 'ready' });
  expect((await stat(join(folder, 'stack.json'))).mode & 0o077).toBe(0);
});

it.each(['', '{', '{"phase":"ready"}'])('counts a damaged file as none: %j', async (text) => {
  await writeFile(join(folder, 'stack.json'), text);
  expect(await readStackState(folder)).toBeUndefined();
});
