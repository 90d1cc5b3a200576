import { availableParallelism } from 'node:os';
import type { Contexts } from '../canonicalize/contexts.ts';
import { claimKindsOf } from '../claim/claim-kinds.ts';
import type { Trust } from '../claim/create-claim-verifier.ts';
import type { ClaimVerification } from '../claim/verified-claim.ts';
import { ClaimsError } from '../errors.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { findTrusted } from '../trust/find-trusted.ts';
import { type TrustList, trustListOf } from '../trust/trust-list.ts';
import { fromOutcomeColumns, toCredentialColumns } from './columns.ts';
import type { CredentialToVerify, ThreadOutcome, ThreadSettings, VerifyChunk } from './messages.ts';
import { readChunks } from './read-chunks.ts';
import { startVerifyThread, type VerifyThread } from './start-verify-thread.ts';

/** Longer than a status list may take to come. */
const TIMEOUT_SECONDS = 10;
/** One at work, one that waits, so that a thread never does. */
const CHUNKS_PER_THREAD = 2;

export type ManyVerifierOptions = Trust &
  ThreadSettings & {
    /** For status lists only; give it no tokens. */
    readonly fetch: typeof fetch;
    readonly now?: () => Date;
    /** Of `createKeyResolver`: for issuers on the list that have no pinned key. Threads ask for it here. */
    readonly resolveKey?: KeyResolver;
    /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
    readonly contexts?: Contexts;
    /** As many as there are processors when left out. */
    readonly threads?: number;
    /** For one part, and for one credential of a part that took longer. 10 when left out. */
    readonly timeoutSeconds?: number;
  };

/** A credential about which nothing could be found out, because something of ours failed. It is not verified. */
export interface FailedVerification {
  readonly verified: false;
  readonly resource: string;
  readonly error: ClaimsError;
}

type Verification = ClaimVerification | FailedVerification;

export interface ManyVerifier {
  /**
   * What `ClaimVerifier.verify` says of each credential, in the order in which they came.
   *
   * They are taken up to 500 at a time, two such parts for each thread, and no more before the results of the first
   * part are taken: memory does not grow with their number.
   */
  verify(
    credentials: Iterable<CredentialToVerify> | AsyncIterable<CredentialToVerify>,
  ): AsyncGenerator<Verification, void, undefined>;
  /** Ends the threads. Idle threads do not keep the process alive. */
  close(): Promise<void>;
}

/**
 * Verifies many credentials in worker threads, by the same policy as `createClaimVerifier`.
 *
 * `maxAgeDays` (by kind of claim) and `plans` (`readShapes(…)`) are data here, because threads share no functions.
 * A credential that takes a thread down, or too long, fails alone: the others of its part are verified again.
 *
 * @throws {TypeError} as `createClaimVerifier` and `claimKindsOf`
 * @throws {ClaimsError} as `createClaimVerifier`
 */
export function createManyVerifier(options: ManyVerifierOptions): ManyVerifier {
  const { fetch, now = () => new Date(), timeoutSeconds = TIMEOUT_SECONDS } = options;
  const { threads: count = availableParallelism(), plans, maxAgeDays, sodium } = options;
  const { resolveKey, contexts } = options;
  const currentTrust = followTrust(options);
  if (plans) claimKindsOf(plans);
  const settings = {
    ...(plans && { plans }),
    ...(maxAgeDays && { maxAgeDays }),
    ...(sodium && { sodium }),
    contexts: contexts?.added ?? [],
    resolvesKeys: resolveKey !== undefined,
  };
  const idle: VerifyThread[] = [];
  const all = new Set<VerifyThread>();
  const known = new WeakMap<VerifyThread, TrustList | undefined>();
  const queue: ((thread: VerifyThread) => void)[] = [];
  let closed = false;

  function start(): VerifyThread {
    const thread = startVerifyThread(settings, { fetch, ...(resolveKey && { resolveKey }) });
    all.add(thread);
    return thread;
  }

  function acquire(): VerifyThread | Promise<VerifyThread> {
    const thread = idle.pop() ?? (all.size < count ? start() : undefined);
    return thread ?? new Promise((resolve) => queue.push(resolve));
  }

  function release(thread: VerifyThread): void {
    if (thread.ended()) all.delete(thread);
    const next = queue.shift();
    if (next) next(thread.ended() && !closed ? start() : thread);
    else if (!thread.ended()) idle.push(thread);
  }

  async function verifyOnce(
    credentials: readonly CredentialToVerify[],
  ): Promise<() => readonly ThreadOutcome[]> {
    const message = toCredentialColumns(credentials);
    const list = await currentTrust();
    if (closed) throw new ClaimsError('verification_failed', 'The verifier was closed.');
    const thread = await acquire();
    try {
      const isKnown = known.has(thread) && known.get(thread) === list;
      known.set(thread, list);
      const trust = isKnown ? undefined : { list };
      const at = now();
      const chunk: VerifyChunk = {
        kind: 'verify',
        credentials: message,
        at,
        ...(trust && { trust }),
      };
      const outcomes = await thread.verify(chunk, timeoutSeconds);
      // Later: the thread waits for its next part meanwhile.
      return () => fromOutcomeColumns(outcomes, credentials, at);
    } finally {
      release(thread);
    }
  }

  /** One by one when a thread failed, so that what made it fail is alone. */
  async function verifyChunk(
    credentials: readonly CredentialToVerify[],
  ): Promise<() => readonly Verification[]> {
    try {
      const read = await verifyOnce(credentials);
      return () =>
        read().map((outcome, at) =>
          typeof outcome === 'string' ? failed(credentials[at], outcome) : outcome,
        );
    } catch (error) {
      if (closed || !(error instanceof ClaimsError)) throw error;
      const { message } = error;
      if (credentials.length === 1) return () => [failed(credentials[0], message)];
      const each: Verification[] = [];
      for (const credential of credentials) each.push(...(await verifyChunk([credential]))());
      return () => each;
    }
  }

  return {
    async *verify(credentials) {
      const running: ReturnType<typeof verifyChunk>[] = [];
      for await (const chunk of readChunks(credentials)) {
        const work = verifyChunk(chunk);
        work.catch(() => undefined);
        running.push(work);
        if (running.length < count * CHUNKS_PER_THREAD) continue;
        // `yield*` would wait twice for each.
        for (const one of (await running.shift())?.() ?? []) yield one;
      }
      for (const work of running) for (const one of (await work)()) yield one;
    },
    async close() {
      closed = true;
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}

function failed(credential: CredentialToVerify | undefined, why: string): FailedVerification {
  const error = new ClaimsError('verification_failed', `The credential was not verified: ${why}`);
  return { verified: false, resource: credential?.resource ?? '', error };
}

/** `undefined` from a list that is not to be had: then nobody is believed. */
function followTrust(options: Trust): () => Promise<TrustList | undefined> {
  const trust = 'trust' in options ? options.trust : trustListOf(options.sources);
  if ('current' in trust) return () => trust.current().catch(() => undefined);
  findTrusted(trust);
  return async () => trust;
}
