import type { SessionDatabase } from '@uvdsl/solid-oidc-client-browser/core';

const STORE = 'session';

/**
 * Keeps what is needed to restore a sign-in in IndexedDB: the key pair stays not extractable there.
 *
 * `setItem` with `undefined` keeps the earlier value, because a vault server need not replace a refresh token.
 */
export function createSessionDatabase(indexedDB: IDBFactory, name: string): SessionDatabase {
  let opened: Promise<IDBDatabase> | undefined;

  function open(): Promise<IDBDatabase> {
    opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('IndexedDB refused', { cause: request.error }));
    });
    return opened;
  }

  async function run<T>(
    mode: IDBTransactionMode,
    action: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(STORE, mode);
    const request = action(transaction.objectStore(STORE));
    return new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () =>
        reject(new Error('IndexedDB failed', { cause: transaction.error }));
    });
  }

  const database: SessionDatabase = {
    async init() {
      await open();
      return database;
    },
    async setItem(id, value: unknown) {
      if (value !== undefined) await run('readwrite', (store) => store.put(value, id));
    },
    async getItem(id) {
      return (await run<unknown>('readonly', (store) => store.get(id))) ?? null;
    },
    async deleteItem(id) {
      await run('readwrite', (store) => store.delete(id));
    },
    async clear() {
      await run('readwrite', (store) => store.clear());
    },
    close() {
      // One connection lives as long as the page.
    },
  };
  return database;
}
