import { ClaimsError } from '../errors.ts';
import { readBody } from '../fetch/read-body.ts';
import { findTrusted } from './find-trusted.ts';
import { readTrustList, type SignedTrustList } from './read-trust-list.ts';
import { holdsAt, type TrustList } from './trust-list.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_BYTES = 16 * 1024 * 1024;
const REFRESH_AFTER_SECONDS = 300;
const RETRY_AFTER_MILLISECONDS = 30_000;

/** Where the newest list is kept over a restart, so that an older one is refused after it too. */
export interface TrustListStore {
  /** The text that was written last; `undefined` when there is none. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export interface TrustListOptions {
  /** Where the list is published; it must say so itself (`id`). */
  readonly url: string;
  /** Pinned keys of its operator: id → public key as multibase Multikey. */
  readonly operatorKeys: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly now?: () => Date;
  /** A newer list is asked for after this long; 300 when left out. */
  readonly refreshAfterSeconds?: number;
  readonly store?: TrustListStore;
  /** Told why a newer list was not taken; the one at hand is used until its own end. */
  readonly onProblem?: (problem: ClaimsError) => void;
}

/** A trust list that keeps itself up to date. */
export interface TrustListSource {
  /**
   * The newest list known.
   *
   * @throws {ClaimsError} `trust_list_unavailable` when there is none that holds now
   */
  current(): Promise<TrustList>;
}

/**
 * Follows a signed trust list: fetched when first asked for and every five minutes after, by its ETag.
 *
 * An older version than one seen before is refused, and so is another list with the same version. Whoever keeps
 * newer lists from us gains nothing after `validUntil` of the one at hand: then nobody is believed.
 */
export function loadTrustList(options: TrustListOptions): TrustListSource {
  const { url, operatorKeys, now = () => new Date(), store, onProblem = () => {} } = options;
  const refreshMilliseconds = (options.refreshAfterSeconds ?? REFRESH_AFTER_SECONDS) * 1_000;
  let known: { list: SignedTrustList; text: string; etag?: string } | undefined;
  let refreshAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;
  let restored = false;

  async function read(text: string): Promise<SignedTrustList> {
    const list = await readTrustList(text, operatorKeys);
    // Throws on what the schema cannot see: a key of two issuers, a key that is none.
    findTrusted(list);
    if (list.id === url) return list;
    throw new ClaimsError(
      'invalid_trust_list',
      `Expected the trust list of ${url}, got that of ${list.id}.`,
    );
  }

  async function restore(): Promise<void> {
    const text = await store?.read();
    if (text !== undefined) known = { list: await read(text), text };
    restored = true;
  }

  async function refresh(): Promise<void> {
    if (!restored) await restore();
    const response = await request(url, options.fetch, known?.etag);
    if (response.status === 304 && known) return await response.body?.cancel();
    if (!response.ok) {
      await response.body?.cancel();
      throw unavailable(`HTTP ${response.status}`);
    }
    const body = await readBody(response, MAX_BYTES);
    if (body === undefined) throw unavailable(`more than ${MAX_BYTES} bytes`);
    const text = body.trim();
    const list = await read(text);
    if (known) refuseOlder(known, { list, text });
    if (!holdsAt(list, now())) throw unavailable(`version ${list.version} does not hold now`);
    // On disk before it is used: else a restart could go back behind what was believed.
    if (text !== known?.text) await store?.write(text);
    const etag = response.headers.get('etag');
    known = { list, text, ...(etag !== null && { etag }) };
  }

  async function refreshOnce(): Promise<void> {
    try {
      await refresh();
      refreshAt = now().getTime() + refreshMilliseconds;
    } catch (error) {
      refreshAt = now().getTime() + Math.min(RETRY_AFTER_MILLISECONDS, refreshMilliseconds);
      onProblem(error instanceof ClaimsError ? error : unavailable('not fetched', error));
    } finally {
      underWay = undefined;
    }
  }

  return {
    async current() {
      if (now().getTime() >= refreshAt) {
        underWay ??= refreshOnce();
        await underWay;
      }
      if (known && holdsAt(known.list, now())) return known.list;
      throw unavailable('none that holds now');
    },
  };
}

type Known = { readonly list: SignedTrustList; readonly text: string };

function refuseOlder(known: Known, found: Known): void {
  const { version } = known.list;
  if (found.list.version > version) return;
  // The same list signed again is the same list; anything else under its number is an attempt or a mistake.
  if (found.list.version === version && payloadOf(found.text) === payloadOf(known.text)) return;
  throw new ClaimsError(
    'old_trust_list',
    `Expected a trust list newer than version ${version}, got version ${found.list.version}. Its operator must raise the version with every change.`,
  );
}

function payloadOf(jws: string): string | undefined {
  return jws.split('.')[1];
}

async function request(
  url: string,
  fetch: TrustListOptions['fetch'],
  etag: string | undefined,
): Promise<Response> {
  return await fetch(url, {
    headers: { accept: 'application/jose', ...(etag !== undefined && { 'if-none-match': etag }) },
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
}

function unavailable(why: string, cause?: unknown): ClaimsError {
  return new ClaimsError(
    'trust_list_unavailable',
    `Expected a trust list to believe: ${why}. Nobody is believed without one that holds.`,
    { cause },
  );
}
