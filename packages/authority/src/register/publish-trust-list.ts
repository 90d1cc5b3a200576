import { createHash } from 'node:crypto';
import { signTrustList, trustListOf } from '@grondslag/claims';
import { authorityPaths, type SourceParticipant } from '@grondslag/protocol';
import type { AuthorityKeys } from '../keys/authority-keys.ts';

/** A change of the sources is felt after this long at most, and the version rises as often. */
const PERIOD_MILLISECONDS = 600_000;
/** How long whoever hears nothing newer may go by it. */
const HOLDS_MILLISECONDS = 24 * 3_600_000;
const MEDIA_TYPE = 'application/jose';

export interface TrustListPublication {
  readonly baseUrl: string;
  readonly keys: AuthorityKeys;
  readonly sources: readonly SourceParticipant[];
  readonly now: () => Date;
}

/** Answers `GET v1/trust-list`, given `If-None-Match`. */
export type AnswerTrustList = (ifNoneMatch: string | undefined) => Promise<Response>;

/**
 * The sources as a signed trust list.
 *
 * Its version counts periods of ten minutes, so that all instances sign the same without asking each other, and
 * it rises over restarts. Whoever saw a version takes no other words for it: a change waits for the next.
 */
export function createTrustListPublication({
  baseUrl,
  keys,
  sources,
  now,
}: TrustListPublication): AnswerTrustList {
  const { issuers } = trustListOf(sources);
  let kept: { readonly key: string; readonly text: Promise<string> } | undefined;

  function sign(): Promise<string> {
    const version = Math.floor(now().getTime() / PERIOD_MILLISECONDS);
    const { credential } = keys;
    const key = `${version} ${credential.id}`;
    if (kept?.key === key) return kept.text;
    const start = version * PERIOD_MILLISECONDS;
    const text = signTrustList(
      {
        id: new URL(authorityPaths.trustList, baseUrl).href,
        version,
        validFrom: new Date(start).toISOString(),
        validUntil: new Date(start + HOLDS_MILLISECONDS).toISOString(),
        issuers: [...issuers],
      },
      credential,
    );
    kept = { key, text };
    return text;
  }

  return async (ifNoneMatch) => {
    const text = await sign();
    const headers = {
      ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
      'Cache-Control': 'public, max-age=60',
    };
    if (ifNoneMatch?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
    return new Response(text, {
      headers: {
        ...headers,
        'Content-Type': MEDIA_TYPE,
        'Content-Length': String(Buffer.byteLength(text)),
      },
    });
  };
}
