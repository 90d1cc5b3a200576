import type { SigningKey } from '@grondslag/claims';
import type { AuthorityKeys, TokenKey } from './authority-keys.ts';
import { importCredentialKey, importTokenKey } from './import-key.ts';
import type { KeyStore, StoredKey } from './key-store.ts';
import { makeKey } from './make-key.ts';
import { openKey } from './seal-key.ts';

/** A token key that was replaced this long ago signed no token that is still valid. */
const TOKEN_KEY_KEPT_MILLISECONDS = 86_400_000;
/** An unknown verification method makes us read the keys again this often at most. */
const REFRESH_MILLISECONDS = 1_000;

/** What keys are loaded with. */
export interface LoadKeysOptions {
  readonly store: KeyStore;
  readonly baseUrl: string;
  readonly now: () => Date;
  /** 32 bytes; new private keys are stored encrypted with it. */
  readonly encryptionKey?: Uint8Array;
}

/** The keys of a running instance. */
export interface LoadedKeys extends AuthorityKeys {
  /** Reads what other instances added. */
  refresh(): Promise<void>;
}

interface Held<K> {
  readonly stored: StoredKey;
  readonly key: K;
}

/**
 * The authority's keys; the first ones are made at the first start. Instances that start at once on an empty database
 * agree on them.
 *
 * @throws {AuthorityError} `database_of_other_authority` when a credential key was made for another base URL,
 * `key_sealed` when they are encrypted with another key
 */
export async function loadKeys(options: LoadKeysOptions): Promise<LoadedKeys> {
  const { store, now } = options;
  await makeFirstKeys(options);
  let credentials: readonly Held<SigningKey>[] = [];
  let tokens: readonly Held<TokenKey>[] = [];

  async function refresh(): Promise<void> {
    const { baseUrl, encryptionKey } = options;
    const valid = (await store.list()).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    // Those we hold are kept as they are: importing a key costs more than looking.
    credentials = await hold(valid, 'credential', credentials, async ({ id, privateKey }) =>
      importCredentialKey(id, await openKey(privateKey, encryptionKey), baseUrl),
    );
    tokens = await hold(valid, 'token', tokens, async ({ id, privateKey }) =>
      importTokenKey(id, await openKey(privateKey, encryptionKey)),
    );
  }
  await refresh();
  let refreshedAt = Number.NEGATIVE_INFINITY;

  return {
    refresh,
    get credential() {
      return signing(credentials, now()).key;
    },
    get token() {
      return signing(tokens, now()).key;
    },
    get credentials() {
      return credentials.map(({ key }) => key);
    },
    get tokens() {
      const since = new Date(now().getTime() - TOKEN_KEY_KEPT_MILLISECONDS);
      const { stored } = signing(tokens, since);
      return tokens
        .filter(({ stored: { generation } }) => generation >= stored.generation)
        .map(({ key }) => key);
    },
    async publicKeyOf(verificationMethod) {
      const find = () => credentials.find(({ key }) => key.id === verificationMethod);
      if (find() === undefined && performance.now() - refreshedAt > REFRESH_MILLISECONDS) {
        refreshedAt = performance.now();
        await refresh();
      }
      return find()?.key.publicKeyMultibase;
    },
  };
}

async function makeFirstKeys({ store, baseUrl, now, encryptionKey }: LoadKeysOptions) {
  const there = new Set((await store.list()).map(({ use }) => use));
  for (const use of ['credential', 'token'] as const) {
    if (there.has(use)) continue;
    const at = now();
    // Another instance may be first; then its key is the one.
    await store.add(
      await makeKey(use, { baseUrl, generation: 1, now: at, signsFrom: at, encryptionKey }),
    );
  }
}

async function hold<K>(
  valid: readonly StoredKey[],
  use: StoredKey['use'],
  before: readonly Held<K>[],
  importKey: (stored: StoredKey) => Promise<K>,
): Promise<readonly Held<K>[]> {
  return Promise.all(
    valid
      .filter((stored) => stored.use === use)
      .map(async (stored) => {
        const held = before.find(({ stored: { generation } }) => generation === stored.generation);
        return { stored, key: held?.key ?? (await importKey(stored)) };
      }),
  );
}

/** The key that signs at a time: the newest that has taken over, or the first when our clock is behind. */
function signing<K>(keys: readonly Held<K>[], at: Date): Held<K> {
  const found = keys.findLast(({ stored: { signsFrom } }) => signsFrom <= at) ?? keys[0];
  if (found === undefined) throw new Error('there is no key that is not withdrawn');
  return found;
}
