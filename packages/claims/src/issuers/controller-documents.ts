import { readBody } from '../fetch/read-body.ts';
import type { ControllerDocument } from './controller-document.ts';
import type { DocumentAddress } from './document-address.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_BYTES = 65_536;
const MAX_DOCUMENTS = 1_000;
/** How soon a key that its controller removed stops being used. */
const KEEP_MILLISECONDS = 300_000;
/** A document that cannot be had is asked for again after this long, not for every proof. */
const RETRY_AFTER_MILLISECONDS = 5_000;

export type FetchedDocument = ControllerDocument | 'unreachable' | 'invalid_document';

export interface DocumentPowers {
  /** Give it no tokens. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}

/** Fetches controller documents, and keeps each for five minutes; never uses an older one. */
export function createControllerDocuments({
  fetch,
  now,
}: DocumentPowers): (address: DocumentAddress) => Promise<FetchedDocument> {
  const kept = new Map<string, { document: Promise<FetchedDocument>; until: number }>();
  return (address) => {
    const found = kept.get(address.id);
    if (found && now().getTime() < found.until) return found.document;
    if (kept.size >= MAX_DOCUMENTS) kept.clear();
    const askedAt = now().getTime();
    const document = fetchDocument(address, fetch).then((fetched) => {
      const keep = typeof fetched === 'string' ? RETRY_AFTER_MILLISECONDS : KEEP_MILLISECONDS;
      entry.until = askedAt + keep;
      return fetched;
    });
    // Until it is here, everybody waits for the same request.
    const entry = { document, until: Number.POSITIVE_INFINITY };
    kept.set(address.id, entry);
    return document;
  };
}

async function fetchDocument(
  { id, url }: DocumentAddress,
  fetch: DocumentPowers['fetch'],
): Promise<FetchedDocument> {
  const { readControllerDocument } = await import('./controller-document.ts');
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/did+json, application/cid, application/json' },
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return 'unreachable';
    }
    const text = await readBody(response, MAX_BYTES);
    return (text !== undefined && readControllerDocument(text, id)) || 'invalid_document';
  } catch {
    return 'unreachable';
  }
}
