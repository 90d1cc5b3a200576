import type { SourceParticipant } from '@grondslag/protocol';
import { RDF_TYPE } from '@grondslag/vocab';
import { readEnvelope, readValidity } from '../claim/envelope.ts';
import { isIri, isLiteral, only, parseStatements } from '../claim/statements.ts';
import { status } from '../claim/terms.ts';
import { readBody } from '../fetch/read-body.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { decodeStatusBits, MIN_STATUS_LIST_BITS } from './status-bits.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** A status list that was fetched and checked. */
export interface StatusList {
  readonly bits: Uint8Array;
  readonly purposes: readonly string[];
  readonly loadedAt: Date;
  readonly validUntil?: Date;
}

/** Powers of the outside world. `fetch` should carry no credentials: a status list is for anyone. */
export interface StatusListPowers {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}

/**
 * Fetches one status list and checks it as strictly as a fact: proof, issuer, kind, dates.
 *
 * @param url already found to be below the source's `statusLists`
 * @throws {Error} on any trouble; the caller fails closed
 * @see {@link https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm | Bitstring Status List, 3.2}
 */
export async function loadStatusList(
  url: string,
  source: Pick<SourceParticipant, 'id' | 'keys'>,
  { fetch, now }: StatusListPowers,
): Promise<StatusList> {
  const loadedAt = now();
  const response = await fetch(url, {
    headers: { accept: 'application/vc, application/ld+json, application/json' },
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`status list: HTTP ${response.status}`);
  }
  const text = await readBody(response, MAX_BYTES);
  if (text === undefined) throw new Error(`status list: more than ${MAX_BYTES} bytes`);

  const proof = await verifyProof(JSON.parse(text), (id) => ownKey(source, id), now);
  if (!proof.verified) throw new Error(`status list: ${proof.reason}`);
  const statements = parseStatements(proof.canonical);
  const envelope = statements && readEnvelope(statements);
  if (!envelope) throw new Error('status list: not one credential');
  if (!envelope.types.includes(status.BitstringStatusListCredential)) {
    throw new Error('status list: not a BitstringStatusListCredential');
  }
  // Without this, a source's list from one address could stand in for another.
  if (envelope.id !== url) throw new Error('status list: its id is not its address');
  if (envelope.issuer !== source.id) throw new Error('status list: from another issuer');
  const validity = readValidity(envelope, loadedAt);
  if (validity !== 'valid') throw new Error(`status list: ${validity}`);

  const { subject, validUntil } = envelope;
  const encoded = only(statements.objects(subject, status.encodedList));
  const isList = statements
    .objects(subject, RDF_TYPE)
    .some((type) => isIri(type, status.BitstringStatusList));
  if (!isList || !isLiteral(encoded)) throw new Error('status list: not a BitstringStatusList');
  const bits = await decodeStatusBits(encoded.value, 'bitstring');
  if (bits.length * 8 < MIN_STATUS_LIST_BITS) throw new Error('status list: too short');
  return {
    bits,
    purposes: statements.objects(subject, status.statusPurpose).map((term) => term.value),
    loadedAt,
    ...(validUntil && { validUntil }),
  };
}

function ownKey({ keys }: Pick<SourceParticipant, 'keys'>, id: string): string | undefined {
  return Object.hasOwn(keys, id) ? keys[id] : undefined;
}
