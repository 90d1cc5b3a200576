import type { CloudEvent } from '@grondslag/protocol/v1';
import * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import type { StreamState } from './follow-events.ts';

/** Who is heard says what happened; looking now and then is for what it would forget. */
const LOOK_ANYWAY_SECONDS = 60;
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** Tells those who wait for decisions that there may be one: one stream of events for all of them. */
export interface DecisionNews {
  /** Begins to listen for news of one request. */
  listen(requestId: string): Listener;
  /** Ends the stream. */
  close(): void;
}

/** One who waits. */
export interface Listener {
  /**
   * Resolves when there may be news: told, or after `pollSeconds` where the authority is not heard, and a minute where it is.
   *
   * @throws the reason of `signal`
   */
  wait(
    milliseconds: { readonly most: number; readonly poll: number },
    signal: AbortSignal | undefined,
  ): Promise<void>;
  stop(): void;
}

interface NewsPowers {
  readonly authority: AuthorityConnection;
  readonly follow: (
    signal: AbortSignal,
    state: StreamState,
  ) => AsyncGenerator<CloudEvent, void, undefined>;
}

export function createDecisionNews({ authority, follow }: NewsPowers): DecisionNews {
  const waiting = new Map<string, Set<() => void>>();
  let stream: AbortController | undefined;
  let isHeard = false;

  function tell(requestId: string | undefined): void {
    const told = requestId === undefined ? [...waiting.values()] : [waiting.get(requestId) ?? []];
    for (const one of told.flatMap((some) => [...some])) one();
  }

  async function hear({ signal }: AbortController): Promise<void> {
    const state = {
      // What happened before is not told: everybody looks once.
      opened: () => hearing(true),
      lost: () => hearing(false),
    };
    try {
      for await (const event of follow(signal, state)) {
        if (isAboutDecision(event)) tell(await requestOf(authority, event));
      }
    } catch {
      // Those who wait look for themselves, and find the same error.
    }
    if (stream?.signal !== signal) return;
    stream = undefined;
    hearing(false);
  }

  function hearing(now: boolean): void {
    if (isHeard === now) return;
    isHeard = now;
    tell(undefined);
  }

  return {
    listen(requestId) {
      let isNews = false;
      let wake: (() => void) | undefined;
      const one = () => {
        isNews = true;
        wake?.();
      };
      const others = waiting.get(requestId) ?? new Set();
      waiting.set(requestId, others.add(one));
      if (!stream) {
        stream = new AbortController();
        void hear(stream);
      }
      return {
        async wait({ most, poll }, signal) {
          signal?.throwIfAborted();
          const calm = isHeard ? Math.max(poll, LOOK_ANYWAY_SECONDS * 1000) : poll;
          const { promise, resolve } = Promise.withResolvers<void>();
          wake = resolve;
          const done = () => resolve();
          const timer = setTimeout(done, Math.min(most, calm, LONGEST_TIMER_MILLISECONDS));
          signal?.addEventListener('abort', done);
          if (!isNews) await promise;
          isNews = false;
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          signal?.throwIfAborted();
        },
        stop() {
          others.delete(one);
          if (others.size === 0) waiting.delete(requestId);
          if (waiting.size === 0) end();
        },
      };
    },
    close: end,
  };

  function end(): void {
    stream?.abort();
    stream = undefined;
    isHeard = false;
  }
}

function isAboutDecision({ type }: CloudEvent): boolean {
  return (
    type === 'org.w3id.grondslag.access-grant.issued.v1' ||
    type === 'org.w3id.grondslag.access-denial.issued.v1' ||
    type === 'org.w3id.grondslag.access-request.canceled.v1'
  );
}

const decisionSchema = z.object({
  credentialSubject: z.object({
    providedConsent: z.object({
      request: z.string().optional(),
      verifiedRequest: z.string().optional(),
    }),
  }),
});

/** The request that an event is about; `undefined` when that cannot be found out, and everybody has to look. */
async function requestOf(
  authority: AuthorityConnection,
  { subject, data }: CloudEvent,
): Promise<string | undefined> {
  if (data.kind === 'access-request') return subject;
  try {
    const response = await authority.fetch(subject, { headers: { accept: 'application/json' } });
    const decision = decisionSchema.parse(await response.json());
    const { verifiedRequest, request } = decision.credentialSubject.providedConsent;
    return verifiedRequest ?? request ?? '';
  } catch {
    return undefined;
  }
}
