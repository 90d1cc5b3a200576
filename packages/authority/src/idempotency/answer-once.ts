import { createHash } from 'node:crypto';
import { createUuidV7 } from '../credentials/credential-id.ts';
import { AuthorityError } from '../errors.ts';
import type { IdempotencyStore, KeptAnswer, KeyOwner } from './idempotency-store.ts';

const LEASE_MILLISECONDS = 30_000;
/** How long a key is known. */
export const KEEP_MILLISECONDS = 86_400_000;

/** A write that must happen once (draft-ietf-httpapi-idempotency-key-header). */
export interface Write {
  /** WebID of the caller: keys of different callers never meet. */
  readonly owner: string;
  /** Value of `Idempotency-Key`; absent: each request counts. */
  readonly key: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Makes the thing with this id (UUID version 7) and answers. */
  readonly make: (id: string) => Promise<KeptAnswer>;
  /** The answer when the thing with this id is there. */
  readonly find: (id: string) => Promise<KeptAnswer | undefined>;
}

/** Powers that it needs. */
export interface AnswerOncePowers {
  readonly idempotency: IdempotencyStore;
  readonly now: () => Date;
}

/**
 * Answers a write, once for each key in 24 hours. The id of what is made is written down before it is made: a crash
 * in between leaves a key whose next try looks for that id, so there are never two. A refusal changes nothing and is
 * not kept: the same request is judged again.
 *
 * @throws {AuthorityError} `idempotency_key_invalid`, `idempotency_key_in_use`, `idempotency_key_reused`
 */
export async function answerOnce(write: Write, powers: AnswerOncePowers): Promise<KeptAnswer> {
  const now = powers.now();
  const resource = createUuidV7(now);
  if (write.key === undefined) return write.make(resource);
  const key = { owner: write.owner, key: readKey(write.key) };
  const reserved = await powers.idempotency.reserve({
    ...key,
    fingerprint: fingerprintOf(write),
    resource,
    now,
    leaseUntil: new Date(now.getTime() + LEASE_MILLISECONDS),
    forgetBefore: new Date(now.getTime() - KEEP_MILLISECONDS),
  });
  switch (reserved.outcome) {
    case 'answered':
      return reserved.answer;
    case 'in_use':
      throw new AuthorityError(
        'idempotency_key_in_use',
        'A request with this key is on its way; wait for its answer, or try again in a moment.',
      );
    case 'other_request':
      throw new AuthorityError(
        'idempotency_key_reused',
        'This key was sent with another request; make a new key for each new request.',
      );
    case 'reserved':
      return makeOnce(write, key, reserved, powers.idempotency);
  }
}

async function makeOnce(
  { make, find }: Write,
  key: KeyOwner,
  { resource, again }: { readonly resource: string; readonly again: boolean },
  idempotency: IdempotencyStore,
): Promise<KeptAnswer> {
  try {
    const answer = (again ? await find(resource) : undefined) ?? (await make(resource));
    await idempotency.keep(key, answer);
    return answer;
  } catch (error) {
    // Anything but a refusal may have gone through: the key stays, and the next try looks.
    if (error instanceof AuthorityError) await idempotency.release(key);
    throw error;
  }
}

// A string of structured fields (RFC 9651 §3.3.3), or as most clients write it: without quotes.
function readKey(header: string): string {
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AuthorityError(
    'idempotency_key_invalid',
    'Idempotency-Key should be 1 to 255 visible ASCII characters, for example a UUID.',
  );
}

function fingerprintOf({ method, path, body }: Write): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest('base64url');
}
