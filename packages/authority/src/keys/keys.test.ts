import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSqlKeyStore } from '../storage/sql-key-store.ts';
import { describeDatabases } from '../test-support/describe-databases.ts';
import { type LoadKeysOptions, loadKeys } from './load-keys.ts';
import { rotateKeys } from './rotate-keys.ts';

const baseUrl = 'https://access.example/';
const start = new Date('2026-11-22T12:00:00Z');

// One database for all: the tests follow each other.
describeDatabases('keys', (database) => {
  let time = start;
  const instance = (db = database.one.db): LoadKeysOptions => ({
    store: createSqlKeyStore(db),
    baseUrl,
    now: () => time,
  });
  const kids = ({ tokens }: { tokens: readonly { kid: string }[] }) => tokens.map(({ kid }) => kid);

  it('are agreed on by instances that start at once on an empty database', async () => {
    const loaded = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        loadKeys(instance(index % 2 ? database.one.db : database.other.db)),
      ),
    );
    expect(new Set(loaded.map(({ token }) => token.kid)).size).toBe(1);
    expect(new Set(loaded.map(({ credential }) => credential.publicKeyMultibase)).size).toBe(1);
    expect(loaded[0]?.credential.id).toBe(`${baseUrl}#key-1`);
  });

  it('are published before they sign, and when they no longer do', async () => {
    const here = await loadKeys(instance());
    const there = await loadKeys(instance(database.other.db));
    const old = here.token.kid;
    await rotateKeys('token', { ...instance(), afterSeconds: 600 });
    await rotateKeys('credential', { ...instance(), afterSeconds: 600 });
    await there.refresh();
    expect(there.token.kid).toBe(old);
    expect(there.tokens).toHaveLength(2);
    expect(there.credentials.map(({ id }) => id)).toEqual([`${baseUrl}#key-1`, `${baseUrl}#key-2`]);
    time = new Date(start.getTime() + 600_000);
    expect(there.token.kid).not.toBe(old);
    expect(there.credential.id).toBe(`${baseUrl}#key-2`);
    expect(kids(there)[0]).toBe(old);
    // By then no token of the old key is valid; credentials are for a year and longer.
    time = new Date(start.getTime() + 2 * 86_400_000);
    expect(kids(there)).toEqual([there.token.kid]);
    expect(there.credentials).toHaveLength(2);
    // This instance has not looked since, and meets a credential that the other signed.
    expect(here.credential.id).toBe(`${baseUrl}#key-1`);
    expect(await here.publicKeyOf(`${baseUrl}#key-2`)).toBe(there.credential.publicKeyMultibase);
    expect(here.credential.id).toBe(`${baseUrl}#key-2`);
    expect(await here.publicKeyOf(`${baseUrl}#key-9`)).toBeUndefined();
  });

  it('of another authority are refused', async () => {
    const other = { ...instance(), baseUrl: 'https://other.example/' };
    await expect(loadKeys(other)).rejects.toMatchObject({ code: 'database_of_other_authority' });
  });

  it('that are compromised are believed no longer', async () => {
    const keys = await loadKeys(instance());
    await rotateKeys('credential', { ...instance(), compromised: true });
    await keys.refresh();
    expect(keys.credentials.map(({ id }) => id)).toEqual([`${baseUrl}#key-3`]);
    expect(await keys.publicKeyOf(`${baseUrl}#key-2`)).toBeUndefined();
    expect(keys.credential.id).toBe(`${baseUrl}#key-3`);
  });

  it('of two rotations at once only one is made', async () => {
    const outcomes = await Promise.allSettled([
      rotateKeys('token', instance()),
      rotateKeys('token', instance(database.other.db)),
    ]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    const generations = (await createSqlKeyStore(database.one.db).list())
      .filter(({ use }) => use === 'token')
      .map(({ generation }) => generation);
    expect(generations).toEqual(refused.length === 1 ? [1, 2, 3] : [1, 2, 3, 4]);
  });

  it('are encrypted in the database when there is a key for that, the older ones stay readable', async () => {
    const encryptionKey = randomBytes(32);
    const sealed = { ...instance(), encryptionKey };
    const { store } = sealed;
    await rotateKeys('credential', { ...sealed, afterSeconds: 0 });
    const keys = await loadKeys(sealed);
    expect(keys.credential.id).toBe(`${baseUrl}#key-4`);
    const stored = (await store.list()).find(({ id }) => id === keys.credential.id);
    expect(Object.keys(stored?.privateKey ?? {})).toEqual(['jwe']);
    await expect(loadKeys(instance())).rejects.toMatchObject({ code: 'key_sealed' });
    const wrong = { ...sealed, encryptionKey: randomBytes(32) };
    await expect(loadKeys(wrong)).rejects.toMatchObject({ code: 'key_sealed' });
  });
});
