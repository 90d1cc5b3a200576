import type { LeftOut } from '@grondslag/claims';
import type { Fetch } from '../bounded-fetch.ts';
import { AgencyError, type AgencyErrorCode } from '../errors.ts';
import { followSignals } from '../follow-signals.ts';
import type { ReadOutcome } from '../outcomes.ts';
import type { ReadPowers } from '../read-verified.ts';
import { mayPass } from '../retries/patient-fetch.ts';
import { retryAfterSeconds } from '../retries/retry-after.ts';
import { retryDelay } from '../retries/retry-delay.ts';
import type { Wait } from '../retries/wait.ts';
import type { HostQueues } from './host-queues.ts';

const FIRST_WAIT_MILLISECONDS = 500;

/** What came of reading one of many. */
export type ManyRead<Outcome = ReadOutcome> = Outcome | FailedRead;

/** What readings of whatever kind have in common. */
export interface AnyOutcome {
  readonly status: string;
  readonly leftOut?: readonly LeftOut[];
}

/** This one failed, and the others go on. It is in no checkpoint: the next run tries it again. */
export interface FailedRead {
  readonly status: 'failed';
  /** `unexpected`: something of ours failed. */
  readonly code: AgencyErrorCode | 'unexpected';
  /** For the agency's own people; names no citizen. */
  readonly detail: string;
  /** Not known here: what the citizen was asked could not be read. */
  readonly otherRoute?: undefined;
}

/** They are not about one citizen: every other access would fail alike. */
const ENDS_THE_RUN: readonly AgencyErrorCode[] = [
  'query_refused',
  'login_refused',
  'log_unavailable',
];

interface PatientPowers<Outcome> {
  readonly read: ReadPowers;
  /** Reads one access, once. */
  readonly readOne: (read: ReadPowers, access: string) => Promise<Outcome>;
  readonly hosts: HostQueues;
  readonly wait: Wait;
  readonly attempts: number;
}

/** Reads one access, again when a server was too busy or away: with longer waits, each cut short by chance. */
export async function readPatiently<Outcome extends AnyOutcome>(
  powers: PatientPowers<Outcome>,
  access: string,
  signal: AbortSignal,
): Promise<ManyRead<Outcome>> {
  for (let attempt = 1; ; attempt += 1) {
    const { outcome, mayTryAgain } = await tryToRead(powers, access, signal);
    if (!mayTryAgain || attempt >= powers.attempts) return outcome;
    await powers.wait(retryDelay(attempt - 1, { first: FIRST_WAIT_MILLISECONDS }), signal);
  }
}

interface Attempt<Outcome> {
  readonly outcome: ManyRead<Outcome>;
  readonly mayTryAgain: boolean;
}

async function tryToRead<Outcome extends AnyOutcome>(
  { read, readOne, hosts }: PatientPowers<Outcome>,
  access: string,
  signal: AbortSignal,
): Promise<Attempt<Outcome>> {
  let troubled: string | undefined;
  const vaultFetch: Fetch = async (input, init = {}) => {
    signal.throwIfAborted();
    const host = new URL(input instanceof Request ? input.url : input).origin;
    const ending = followSignals([init.signal, signal]);
    try {
      const response = await read.vaultFetch(input, { ...init, signal: ending.signal });
      if (mayPass(response)) troubled = host;
      const seconds = retryAfterSeconds(response, read.now());
      if (seconds !== undefined) hosts.leaveAlone(host, seconds);
      return response;
    } catch (error) {
      if (!(error instanceof AgencyError) || error.code === 'peer_unreachable') troubled = host;
      throw error;
    } finally {
      ending.release();
    }
  };
  const atVault: ReadPowers['atVault'] = (vault, work) => {
    return hosts.atHost(new URL(vault).origin, () => {
      signal.throwIfAborted();
      return work();
    });
  };
  try {
    const outcome = await readOne({ ...read, vaultFetch, atVault }, access);
    signal.throwIfAborted();
    // A part that a server could not give now is no answer about the citizen.
    if (troubled !== undefined) return again(`Expected an answer of ${troubled}, got none.`);
    if (believesNobody(outcome)) return again('Expected a trust list that holds, there is none.');
    return { outcome, mayTryAgain: false };
  } catch (error) {
    signal.throwIfAborted();
    if (troubled !== undefined) return again(`Expected an answer of ${troubled}, got none.`);
    if (!(error instanceof AgencyError)) {
      // Its message may hold anything.
      const detail = error instanceof Error ? error.name : 'Not an error.';
      return { outcome: { status: 'failed', code: 'unexpected', detail }, mayTryAgain: false };
    }
    if (ENDS_THE_RUN.includes(error.code)) throw error;
    const { code, message: detail } = error;
    const mayTryAgain = code === 'peer_unreachable';
    return { outcome: { status: 'failed', code, detail }, mayTryAgain };
  }
}

function again(detail: string): Attempt<never> {
  return { outcome: { status: 'failed', code: 'peer_unreachable', detail }, mayTryAgain: true };
}

function believesNobody({ status, leftOut = [] }: AnyOutcome): boolean {
  return status === 'not-verified' && leftOut.some(({ reason }) => reason === 'trust_unknown');
}
