import type { NarrowedClaim } from '@grondslag/claims';
import type { QueryEngine } from '@grondslag/claims/query';
import type { DisputedFact } from '@grondslag/legal-basis';
import type { AccessGrant, AccessRequest, OtherRoute } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import * as z from 'zod';
import { listDisputedFacts } from './corrections/corrections.ts';
import { AgencyError, GrantRefusedError, type NoAccessReason } from './errors.ts';
import type { Refusal } from './explain-refusal.ts';
import {
  type FetchGrantedPowers,
  fetchGranted,
  type Readable,
  type Wanted,
} from './fetch-granted.ts';
import { lawfulReasonOf } from './legal-basis/lawful-reason.ts';
import { extentOf, isExpired, isLawfulAccess, type Opening } from './opening.ts';
import type { ReadOutcome } from './outcomes.ts';
import { readExplanation } from './read-explanation.ts';
import { type Processing, type RecordProcessing, recordRead } from './record-processing.ts';
import { startTrace, type Trace } from './trace.ts';

/** Under whose trace a read is, and what for. */
export interface ReadContext {
  /** `traceparent` of the operation this read is part of (W3C Trace Context); a new trace without it. */
  readonly traceparent?: string;
  /**
   * IRI of what the answer will be used for. The authority refuses one that the citizen did not allow (`no-access`,
   * `refused`); left out, it is for what the grant names. Lawful access has one purpose.
   */
  readonly purpose?: string;
}

/** What reading needs beyond fetching. */
export interface ReadPowers extends FetchGrantedPowers {
  engine: () => QueryEngine;
  /** `undefined` only where the agency was told to keep no log. */
  recordProcessing: RecordProcessing | undefined;
  pseudonymOf: (citizen: string) => string;
  /** What a citizen disputes; asked of the authority for each when left out. */
  disputedFacts?: (citizen: string, trace: Trace) => Promise<readonly DisputedFact[]>;
  /** Nothing is handed over after it. */
  signal?: AbortSignal;
}

/** What a read takes of what was asked for, and what it makes of what was verified. */
export interface Use<Found> {
  /** The needs that this read is about; what meets no other is not fetched. */
  readonly choose: (needs: readonly Wanted[]) => readonly Wanted[];
  readonly make: (claims: readonly NarrowedClaim[]) => Found | Promise<Found>;
}

/** What was verified and made of it, or why there is none. */
export type VerifiedRead<Found> =
  | (Omit<Extract<ReadOutcome, { status: 'read' }>, 'answer'> & {
      readonly found: Found;
      readonly otherRoute: OtherRoute;
    })
  | Exclude<ReadOutcome, { status: 'read' }>;

/**
 * Reads what a grant, or lawful access, allows and keeps only what can be verified and was asked for.
 *
 * The processing record is kept before anything is handed over.
 */
export async function readVerified<Found>(
  powers: ReadPowers,
  id: string,
  { traceparent, purpose }: ReadContext,
  { choose, make }: Use<Found>,
): Promise<VerifiedRead<Found>> {
  const { now } = powers;
  const trace = startTrace(traceparent);
  const grant = await findOpening(powers, id, trace);
  if (!grant) {
    const detail = 'The authority shows this agency no such grant.';
    return { status: 'no-access', reason: 'unknown-grant', detail };
  }
  const reason = await reasonOf(powers, grant, trace);
  const { otherRoute, processingActivity, refusal } = reason;
  const needs = choose(reason.needs);
  const noAccess = (why: NoAccessReason, detail: string): VerifiedRead<Found> => {
    return { status: 'no-access', reason: why, detail, otherRoute };
  };
  if (isExpired(grant, now())) {
    return noAccess('expired', `The access ended on ${grant.expirationDate}.`);
  }
  if (refusal) return noAccess(refusal.reason, refusal.detail);

  const startedAt = now();
  const record = (status: 'Ok' | 'Error') =>
    keepRecord(powers, { trace, status, startedAt, processingActivity, opening: grant });
  let readable: Readable;
  let hasFetched = false;
  try {
    readable = await fetchGranted(powers, { grant, needs, trace, purpose }, () => {
      hasFetched = true;
    });
    powers.signal?.throwIfAborted();
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
  let found: Found;
  let disputed: readonly DisputedFact[];
  try {
    [found, disputed] = await Promise.all([
      make(claims),
      disputedAmong(powers, claims, extentOf(grant).citizen, trace),
    ]);
  } catch (error) {
    await record('Error');
    throw error;
  }
  await record('Ok');
  return { status: 'read', found, claims, leftOut, disputed, otherRoute };
}

async function disputedAmong(
  { authority, disputedFacts = (...asked) => listDisputedFacts(authority, ...asked) }: ReadPowers,
  claims: readonly NarrowedClaim[],
  citizen: string,
  trace: Trace,
): Promise<readonly DisputedFact[]> {
  const read = new Set(claims.map(({ resource }) => resource));
  const all = await disputedFacts(citizen, trace);
  return all.filter(({ resource }) => read.has(resource));
}

async function findOpening(
  { authority }: ReadPowers,
  id: string,
  trace: Trace,
): Promise<Opening | undefined> {
  try {
    return await authority.opening(id, trace);
  } catch (error) {
    if (error instanceof AgencyError && error.code === 'credential_not_found') return undefined;
    throw error;
  }
}

/** What the agency said it needs, and what follows when it cannot have that. */
interface Reason {
  readonly needs: readonly Wanted[];
  readonly otherRoute: OtherRoute;
  /** URI in the register of processing activities, or of the request. */
  readonly processingActivity: string;
  readonly refusal?: Refusal | undefined;
}

async function reasonOf(powers: ReadPowers, opening: Opening, trace: Trace): Promise<Reason> {
  const { webId, authority } = powers;
  if (isLawfulAccess(opening)) return lawfulReasonOf(authority, opening, webId, trace);
  const request = await requestOf(powers, opening, trace);
  const activity = z
    .url()
    .safeParse(request.credentialSubject.hasConsent[g.processingActivity]).data;
  return { ...readExplanation(request, webId), processingActivity: activity ?? request.id };
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
  read: Pick<Processing, 'trace' | 'status' | 'startedAt' | 'processingActivity'> & {
    readonly opening: Opening;
  },
): Promise<void> {
  if (!recordProcessing) return;
  const { opening, ...rest } = read;
  await recordRead(recordProcessing, pseudonymOf, {
    ...rest,
    endedAt: now(),
    citizen: extentOf(opening).citizen,
    opening: { id: opening.id, kind: isLawfulAccess(opening) ? 'lawful-access' : 'grant' },
  });
}
