import { AuthorityError } from '../errors.ts';
import type { KeyUse, StoredKey } from './key-store.ts';
import type { LoadKeysOptions } from './load-keys.ts';
import { makeKey } from './make-key.ts';

/** Twice as long as our key documents may be cached: by then everyone has seen the new key. */
export const DEFAULT_ROTATION_SECONDS = 600;

/**
 * Makes a new key for a use. It is published at once and signs after a while; what older ones signed goes on
 * holding, unless they are compromised.
 *
 * @throws {AuthorityError} `key_rotated` when somebody else just did
 */
export async function rotateKeys(
  use: KeyUse,
  {
    store,
    baseUrl,
    now,
    encryptionKey,
    afterSeconds = DEFAULT_ROTATION_SECONDS,
    compromised = false,
  }: LoadKeysOptions & {
    readonly afterSeconds?: number;
    /** The new key signs at once, and nothing that older ones signed is believed any more. */
    readonly compromised?: boolean;
  },
): Promise<StoredKey> {
  const generations = (await store.list())
    .filter((key) => key.use === use)
    .map(({ generation }) => generation);
  const generation = Math.max(0, ...generations) + 1;
  const at = now();
  const signsFrom = new Date(at.getTime() + (compromised ? 0 : afterSeconds * 1000));
  const key = await makeKey(use, { baseUrl, generation, now: at, signsFrom, encryptionKey });
  if (!(await store.add(key))) {
    throw new AuthorityError(
      'key_rotated',
      `The ${use} key was rotated by somebody else just now.`,
    );
  }
  if (compromised) await store.withdrawBefore(use, generation, at);
  return key;
}
