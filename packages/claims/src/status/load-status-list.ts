import type { SourceParticipant } from '@grondslag/protocol';
import { RDF_TYPE } from '@grondslag/vocab';
import type { Contexts } from '../canonicalize/contexts.ts';
import { readEnvelope, readValidity } from '../claim/envelope.ts';
import { only, parseStatements } from '../claim/statements.ts';
import { status, written } from '../claim/terms.ts';
import { readBody } from '../fetch/read-body.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { literalOf } from '../nquads/written-terms.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { resolveKeys } from '../trust/resolve-keys.ts';
import { decodeStatusBits, MIN_STATUS_LIST_BITS } from './status-bits.ts';
import { StatusListError } from './status-problem.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** A status list that was fetched and checked. */
export interface StatusList {
  readonly bits: Uint8Array;
  readonly purposes: readonly string[];
  /** When its server said that this is the list. */
  readonly loadedAt: Date;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** For how long its source wants it kept. */
  readonly ttlMilliseconds?: number;
  readonly etag?: string;
}

/** Powers of the outside world. `fetch` should carry no credentials: a status list is for anyone. */
export interface StatusListPowers {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** For an issuer without pinned keys. */
  readonly resolveKey?: KeyResolver;
  /** Of `createContexts`: contexts beside those of `@grondslag/vocab`. */
  readonly contexts?: Contexts;
}

/**
 * Fetches one status list and checks it as strictly as a fact: proof, issuer, kind, dates.
 *
 * @param url already found to be below the source's `statusLists`
 * @param known what was loaded from there before: asked for again by its ETag, and not verified again
 * @throws {StatusListError} on any trouble; the caller fails closed
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm | Bitstring Status List, 3.2}
 */
export async function loadStatusList(
  url: string,
  source: Pick<SourceParticipant, 'id' | 'keys'>,
  { fetch, now, ...powers }: StatusListPowers,
  known?: StatusList,
): Promise<StatusList> {
  const loadedAt = now();
  const answer = await request(url, fetch, known?.etag);
  if (answer === 'not-modified' && known) {
    checkDates(known, loadedAt);
    return { ...known, loadedAt };
  }
  if (answer === 'not-modified') throw new StatusListError('STATUS_RETRIEVAL_ERROR', 'HTTP 304');
  const list = await readStatusList(answer.text, url, source, loadedAt, powers);
  return answer.etag === undefined ? list : { ...list, etag: answer.etag };
}

type Fetched = { readonly text: string; readonly etag?: string } | 'not-modified';

async function request(
  url: string,
  fetch: StatusListPowers['fetch'],
  etag: string | undefined,
): Promise<Fetched> {
  const fail = (why: string, cause?: unknown) =>
    new StatusListError('STATUS_RETRIEVAL_ERROR', why, { cause });
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/vc, application/ld+json, application/json',
        ...(etag !== undefined && { 'if-none-match': etag }),
      },
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 304) return 'not-modified';
      throw fail(`HTTP ${response.status}`);
    }
    const text = await readBody(response, MAX_BYTES);
    if (text === undefined) throw fail(`more than ${MAX_BYTES} bytes`);
    const tag = response.headers.get('etag');
    return { text, ...(tag !== null && { etag: tag }) };
  } catch (error) {
    if (error instanceof StatusListError) throw error;
    // Its message may hold an address or a token.
    throw fail(error instanceof Error ? (codeOf(error) ?? 'fetch failed') : 'fetch failed', error);
  }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

async function readStatusList(
  text: string,
  url: string,
  source: Pick<SourceParticipant, 'id' | 'keys'>,
  loadedAt: Date,
  { resolveKey, contexts }: Pick<StatusListPowers, 'resolveKey' | 'contexts'>,
): Promise<StatusList> {
  const json = parseJson(text);
  const ownerOf = (id: string) => (id === source.id ? source : undefined);
  const resolved = await resolveKeys(json, resolveKey, ownerOf, loadedAt);
  const proof = await verifyProof(
    json,
    (id) => (Object.hasOwn(source.keys, id) ? source.keys[id] : resolved.publicKey(id)),
    () => loadedAt,
    contexts && { contexts },
  );
  if (!proof.verified) throw unverified(proof.reason);
  const statements = parseStatements(proof.canonical);
  const envelope = statements && readEnvelope(statements);
  if (!envelope) throw unverified('not one credential');
  if (!envelope.types.includes(status.BitstringStatusListCredential)) {
    throw unverified('not a BitstringStatusListCredential');
  }
  // Without this, a source's list from one address could stand in for another.
  if (envelope.id !== url) throw unverified('its id is not its address');
  if (envelope.issuer !== source.id) throw unverified('from another issuer');
  checkDates(envelope, loadedAt);

  const { subject, validFrom, validUntil } = envelope;
  const literals = (property: string) =>
    statements.objects(subject, property).flatMap((term) => literalOf(term)?.value ?? []);
  const isList = statements
    .objects(subject, RDF_TYPE)
    .includes(written(status.BitstringStatusList));
  const encoded = only(literals(status.encodedList));
  if (!isList || encoded === undefined) throw unverified('not a BitstringStatusList');
  const bits = await decodeStatusBits(encoded, 'bitstring').catch((cause: unknown) => {
    throw new StatusListError('MALFORMED_VALUE_ERROR', 'encodedList cannot be read', { cause });
  });
  if (bits.length * 8 < MIN_STATUS_LIST_BITS) {
    throw new StatusListError('STATUS_LIST_LENGTH_ERROR', 'too short');
  }
  const ttl = only(literals(status.ttl));
  return {
    bits,
    purposes: literals(status.statusPurpose),
    loadedAt,
    validFrom,
    ...(validUntil && { validUntil }),
    ...(ttl !== undefined && /^\d{1,12}$/.test(ttl) && { ttlMilliseconds: Number(ttl) }),
  };
}

function checkDates(list: Pick<StatusList, 'validFrom' | 'validUntil'>, now: Date): void {
  const validity = readValidity(list, now);
  if (validity !== 'valid') throw unverified(validity);
}

function unverified(why: string): StatusListError {
  return new StatusListError('STATUS_VERIFICATION_ERROR', why);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unverified('not JSON');
  }
}
