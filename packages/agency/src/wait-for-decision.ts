import {
  type AccessCredential,
  type AccessCredentialKind,
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  accessDenialSchema,
  accessGrantSchema,
  type Explanation,
  type GrantState,
  type Need,
  type RequestState,
} from '@grondslag/protocol';
import { acl, g } from '@grondslag/vocab';
import type { AuthorityConnection } from './connect-authority.ts';
import { AgencyError } from './errors.ts';
import type { DecisionNews } from './events/decision-news.ts';
import type { DecisionOutcome } from './outcomes.ts';
import { readExplanation } from './read-explanation.ts';
import { overlaps } from './resource-overlap.ts';

const MAX_REASON_CHARACTERS = 600;

/** How long, and how often, to look for a decision. */
export interface WaitOptions {
  /** `0` looks once. */
  readonly timeoutSeconds: number;
  /** How often to look where the authority's events are not heard; where they are, it tells. Default 5. */
  readonly pollSeconds?: number;
  /** Ends the wait with the signal's reason as error. */
  readonly signal?: AbortSignal;
}

interface WaitPowers {
  authority: AuthorityConnection;
  webId: string;
  now: () => Date;
  news: DecisionNews;
}

/**
 * Waits until the citizen has decided: told by the authority's events, and looking now and then. One stream of events is
 * enough for all who wait. Restarting the wait loses nothing.
 *
 * A failed look does not end the wait; only when the last one failed too, its error is thrown.
 */
export async function waitForDecision(
  powers: WaitPowers,
  requestId: string,
  { timeoutSeconds, pollSeconds = 5, signal }: WaitOptions,
): Promise<DecisionOutcome> {
  signal?.throwIfAborted();
  const giveUpAt = performance.now() + timeoutSeconds * 1000;
  const request = await powers.authority.request(requestId);
  const explanation = readExplanation(request, powers.webId);
  const listener = timeoutSeconds > 0 ? powers.news.listen(request.id) : undefined;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const left = giveUpAt - performance.now();
      try {
        const decision = await findDecision(powers, request, explanation);
        if (decision) return decision;
        if (left <= 0 || !listener)
          return { status: 'pending', otherRoute: explanation.otherRoute };
      } catch (error) {
        const mayPass = error instanceof AgencyError && error.code === 'peer_unreachable';
        if (left <= 0 || !listener || !mayPass) throw error;
      }
      await listener.wait({ most: left, poll: pollSeconds * 1000 }, signal);
    }
  } finally {
    listener?.stop();
  }
}

/** One look. While undecided this is one request; `undefined` then. */
async function findDecision(
  { authority, webId, now }: Omit<WaitPowers, 'news'>,
  request: AccessRequest,
  { needs, otherRoute }: Explanation,
): Promise<DecisionOutcome | undefined> {
  const citizen = request.credentialSubject.hasConsent.isConsentForDataSubject;
  const asked = { fromAgent: webId, toAgent: citizen };
  const decided = { fromAgent: citizen, toAgent: webId };
  const isRequest = (credential: AccessCredential) => credential.id === request.id;
  const hasRequestState = async (status: RequestState) =>
    (await authority.query({ ...asked, type: 'SolidAccessRequest', status })).some(isRequest);
  const find = async (type: AccessCredentialKind, status?: GrantState) => {
    const found = await authority.query({ ...decided, type, ...(status && { status }) });
    return found.find((credential) => isDecisionOn(request, webId, credential));
  };

  if (await hasRequestState('Pending')) return undefined;
  const grant = asGrant(
    (await find('SolidAccessGrant', 'Active')) ?? (await find('SolidAccessGrant')),
  );
  if (grant) return { status: 'granted', grant, notGranted: notGranted(needs, grant) };
  const denial = asDenial(await find('SolidAccessDenial'));
  if (denial) return { status: 'denied', ...reasonOf(denial), otherRoute };
  if (await hasRequestState('Canceled')) return { status: 'canceled', otherRoute };
  const ended = request.expirationDate && new Date(request.expirationDate) <= now();
  if (ended || (await hasRequestState('Expired'))) return { status: 'expired', otherRoute };
  return undefined;
}

/** Only a decision of the citizen who was asked, given to this agency, counts. */
function isDecisionOn(
  request: AccessRequest,
  webId: string,
  credential: AccessCredential,
): boolean {
  const subject = credential.credentialSubject;
  if (!('providedConsent' in subject)) return false;
  const { isProvidedTo, verifiedRequest, request: namedRequest } = subject.providedConsent;
  return (
    subject.id === request.credentialSubject.hasConsent.isConsentForDataSubject &&
    isProvidedTo === webId &&
    (verifiedRequest ?? namedRequest) === request.id
  );
}

function asGrant(credential: AccessCredential | undefined): AccessGrant | undefined {
  return accessGrantSchema.safeParse(credential).data;
}

function asDenial(credential: AccessCredential | undefined): AccessDenial | undefined {
  return accessDenialSchema.safeParse(credential).data;
}

function notGranted(needs: readonly Need[], grant: AccessGrant): Need[] {
  const { forPersonalData, mode, inherit } = grant.credentialSubject.providedConsent;
  if (!mode.includes(acl.Read)) return [...needs];
  return needs.filter(
    ({ resource }) => !forPersonalData.some((granted) => overlaps(granted, resource, inherit)),
  );
}

function reasonOf(denial: AccessDenial): { reason?: string } {
  const reason = denial.credentialSubject.providedConsent[g.reason];
  return typeof reason === 'string' ? { reason: reason.slice(0, MAX_REASON_CHARACTERS) } : {};
}
