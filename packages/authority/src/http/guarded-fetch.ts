import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { AuthorityError } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';

/** The part of `fetch` this package uses. */
export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** `fetch` for URLs that came from outside. */
export interface GuardedFetch {
  /** @throws {AuthorityError} `url_not_allowed` before anything is sent; else as `fetch` */
  readonly fetch: Fetch;
  /**
   * Checks what can be known without asking anyone: for a URL that is only stored now.
   *
   * @throws {AuthorityError} `url_not_allowed`
   */
  readonly check: (url: string | URL) => void;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** IP addresses of a host name; none when it has none. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

const DEFAULT_TIMEOUT_MILLISECONDS = 10_000;
const DEFAULT_MAX_BYTES = 1_048_576;
const RESOLVE_MILLISECONDS = 2_000;

/**
 * A `fetch` that cannot be talked into asking something inside our own network: https only, to public addresses
 * only, no redirects, no compression, and limits on time and size.
 *
 * The address is checked when the connection is made and that very address is connected to, so a name that
 * resolves otherwise a second time (DNS rebinding) gains nothing.
 */
export function createGuardedFetch({
  unguardedOrigins,
  timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS,
  maxBytes = DEFAULT_MAX_BYTES,
  resolveHost = createResolveHost(),
}: {
  /** URLs whose origins the operator wrote down; these may be inside, and plain http. */
  readonly unguardedOrigins: readonly string[];
  /** For a whole exchange, body included. */
  readonly timeoutMilliseconds?: number;
  /** Of the body of an answer. */
  readonly maxBytes?: number;
  readonly resolveHost?: ResolveHost;
}): GuardedFetch {
  const unguarded = new Set(unguardedOrigins.map((url) => new URL(url).origin));
  const limits = { maxResponseSize: maxBytes, allowH2: false };
  const plainAgent = new Agent(limits);
  const guardedAgent = new Agent({
    ...limits,
    connect: { lookup: publicLookup(resolveHost) },
  });
  const check = (url: string | URL) => checkUrl(new URL(url), unguarded);
  return {
    check,
    async fetch(url, init = {}) {
      check(url);
      const { origin } = new URL(url);
      const timeout = AbortSignal.timeout(timeoutMilliseconds);
      const headers = new Headers(init.headers);
      // An answer that unpacks to more than came would pass the limit on its size.
      headers.set('Accept-Encoding', 'identity');
      const options = {
        ...init,
        headers: [...headers],
        redirect: 'error',
        signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
        dispatcher: unguarded.has(origin) ? plainAgent : guardedAgent,
      } as Parameters<typeof undiciFetch>[1];
      const response = await undiciFetch(url, options).catch(throwRefusal);
      if (response.headers.has('Content-Encoding')) {
        await response.body?.cancel();
        throw new TypeError('The answer should not be compressed.');
      }
      // The same standard as the global one; only the classes differ.
      return response as unknown as Response;
    },
    async close() {
      await Promise.all([plainAgent.destroy(), guardedAgent.destroy()]);
    },
  };
}

/**
 * Refuses a URL that is not https or that names an address inside.
 *
 * @param unguarded origins for which that is fine
 * @throws {AuthorityError} `url_not_allowed`
 */
export function checkUrl(url: URL, unguarded: ReadonlySet<string> = new Set()): void {
  if (url.username !== '' || url.password !== '') {
    throw refusal('The URL should hold no user name or password.');
  }
  if (unguarded.has(url.origin)) return;
  if (url.protocol !== 'https:') throw refusal('The URL should start with https.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic();
}

/** For `net.connect`: the addresses of a host, or an error when one of them is not public. */
export function publicLookup(resolveHost: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return callback(refusal('The host has no address.'), '');
        // One inside is enough to refuse all: whoever owns the name mixes them on purpose.
        if (!addresses.every(isPublicAddress)) return callback(notPublic(), '');
        if (!options.all) return callback(null, first, isIP(first));
        callback(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        );
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, ''),
    );
  };
}

// Asks the name servers themselves: the lookup of the operating system holds one of the few threads that also write
// files, so slow name servers of a stranger would slow down everyone. It also knows names that are only ours.
function createResolveHost(): ResolveHost {
  const resolver = new Resolver({ timeout: RESOLVE_MILLISECONDS, tries: 1 });
  return async (hostname) => {
    const answers = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}

// `fetch` wraps what went wrong while connecting.
function throwRefusal(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw cause instanceof AuthorityError ? cause : error;
}

function notPublic(): AuthorityError {
  return refusal('The URL should lead to the public internet.');
}

function refusal(message: string): AuthorityError {
  return new AuthorityError('url_not_allowed', message);
}
