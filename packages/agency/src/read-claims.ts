import type { VerifiedClaim } from '@grondslag/claims';
import { type QueryEngine, QueryRefusedError } from '@grondslag/claims/query';
import type { AccessGrant, AccessRequest } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import * as z from 'zod';
import { AgencyError, GrantRefusedError, type NoAccessReason } from './errors.ts';
import { isExpired } from './explain-refusal.ts';
import { type FetchGrantedPowers, fetchGranted, type Readable } from './fetch-granted.ts';
import type { ReadOutcome } from './outcomes.ts';
import { readExplanation } from './read-explanation.ts';
import { type RecordProcessing, recordRead } from './record-processing.ts';
import { startTrace, type Trace } from './trace.ts';

/** What to ask of the facts, and under whose trace. */
export interface ReadOptions {
  /** SPARQL 1.1 SELECT, ASK or CONSTRUCT. Each claim is in a named graph; its provenance in the default graph. */
  readonly query: string;
  /** `traceparent` of the operation this read is part of (W3C Trace Context); a new trace without it. */
  readonly traceparent?: string;
}

/** What reading needs beyond fetching. */
export interface ReadPowers extends FetchGrantedPowers {
  engine: () => QueryEngine;
  /** `undefined` only where the agency was told to keep no log. */
  recordProcessing: RecordProcessing | undefined;
  pseudonymOf: (citizen: string) => string;
}

/**
 * Reads what a grant allows, keeps only what can be verified and was asked for, and answers the query over it.
 *
 * Order matters: the query is checked before anything is fetched; the processing record is kept before anything is
 * handed over.
 */
export async function readClaims(
  powers: ReadPowers,
  grantId: string,
  { query, traceparent }: ReadOptions,
): Promise<ReadOutcome> {
  const { webId, now } = powers;
  await answer(powers, query, []);

  const trace = startTrace(traceparent);
  const grant = await findGrant(powers, grantId, trace);
  if (!grant) {
    const detail = 'The authority shows this agency no such grant.';
    return { status: 'no-access', reason: 'unknown-grant', detail };
  }
  const request = await requestOf(powers, grant, trace);
  const { needs, otherRoute } = readExplanation(request, webId);
  const noAccess = (reason: NoAccessReason, detail: string): ReadOutcome => {
    return { status: 'no-access', reason, detail, otherRoute };
  };
  if (isExpired(grant, now())) {
    return noAccess('expired', `The permission ended on ${grant.expirationDate}.`);
  }

  const startedAt = now();
  const record = (status: 'Ok' | 'Error') =>
    keepRecord(powers, { trace, status, startedAt, grant, request });
  let readable: Readable;
  let hasFetched = false;
  try {
    readable = await fetchGranted(powers, { grant, needs, trace }, () => {
      hasFetched = true;
    });
  } catch (error) {
    if (hasFetched) await record('Error');
    if (error instanceof GrantRefusedError) return noAccess(error.reason, error.detail);
    throw error;
  }

  const { claims, leftOut } = readable;
  if (claims.length === 0) {
    await record('Ok');
    return { status: 'not-verified', leftOut, otherRoute };
  }
  let found: Awaited<ReturnType<QueryEngine['query']>>;
  try {
    found = await answer(powers, query, claims);
  } catch (error) {
    await record('Error');
    throw error;
  }
  await record('Ok');
  return { status: 'read', answer: found, claims, leftOut };
}

async function answer(powers: ReadPowers, query: string, claims: readonly VerifiedClaim[]) {
  try {
    return await powers.engine().query(query, claims);
  } catch (cause) {
    if (!(cause instanceof QueryRefusedError)) {
      throw new AgencyError('query_failed', 'The query engine failed. Read again.', { cause });
    }
    throw new AgencyError('query_refused', `${cause.message} (${cause.code})`, { cause });
  }
}

async function findGrant(
  { authority }: ReadPowers,
  grantId: string,
  trace: Trace,
): Promise<AccessGrant | undefined> {
  try {
    return await authority.grant(grantId, trace);
  } catch (error) {
    if (error instanceof AgencyError && error.code === 'credential_not_found') return undefined;
    throw error;
  }
}

/** A grant gives access for the purpose of the request it answers; without one there is no purpose. */
async function requestOf(
  { authority, webId }: ReadPowers,
  grant: AccessGrant,
  trace: Trace,
): Promise<AccessRequest> {
  const { id: citizen, providedConsent } = grant.credentialSubject;
  const requestId = providedConsent.verifiedRequest ?? providedConsent.request;
  if (providedConsent.isProvidedTo === webId && requestId !== undefined) {
    const request = await authority.request(requestId, trace);
    if (request.credentialSubject.hasConsent.isConsentForDataSubject === citizen) return request;
  }
  throw new AgencyError(
    'grant_without_request',
    'Expected a grant to this agency by the citizen it asked, in answer to its request; got another. Ask with requestAccess.',
  );
}

async function keepRecord(
  { recordProcessing, pseudonymOf, now }: ReadPowers,
  read: {
    trace: Trace;
    status: 'Ok' | 'Error';
    startedAt: Date;
    grant: AccessGrant;
    request: AccessRequest;
  },
): Promise<void> {
  if (!recordProcessing) return;
  const { trace, status, startedAt, grant, request } = read;
  const activity = z
    .url()
    .safeParse(request.credentialSubject.hasConsent[g.processingActivity]).data;
  await recordRead(recordProcessing, pseudonymOf, {
    trace,
    status,
    startedAt,
    endedAt: now(),
    processingActivity: activity ?? request.id,
    citizen: grant.credentialSubject.id,
    grant: grant.id,
  });
}
