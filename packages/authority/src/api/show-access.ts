import {
  type AccessCredential,
  type AccessModeIri,
  accessModeOf,
  consentGateFromFields,
  explanationFromFields,
  explicitConsentFromFields,
} from '@grondslag/protocol';
import type { AccessDenialView, AccessGrantView, AccessRequestView } from '@grondslag/protocol/v1';
import { g } from '@grondslag/vocab';
import { uuidOf } from '../credentials/credential-id.ts';
import type {
  DecisionOnRequest,
  StoredAccess,
  StoredCredential,
} from '../credentials/credential-store.ts';

/** What the state of a credential hangs on, beyond what is stored with it. */
export interface ShowPowers {
  readonly baseUrl: string;
  readonly now: Date;
  /** Of requests: what was decided on them. */
  readonly decisions: ReadonlyMap<string, DecisionOnRequest>;
}

export type AccessView = AccessRequestView | AccessGrantView | AccessDenialView;

/** A credential in the plain JSON of our own API. */
export function showAccess(stored: StoredAccess, powers: ShowPowers): AccessView {
  const subject = stored.credential.credentialSubject;
  return 'hasConsent' in subject
    ? showRequest(stored, subject.hasConsent, powers)
    : showDecision(stored, subject.providedConsent, powers);
}

type Subject = AccessCredential['credentialSubject'];
type Asked = Extract<Subject, { hasConsent: unknown }>['hasConsent'];
type Decided = Extract<Subject, { providedConsent: unknown }>['providedConsent'];

function showRequest(
  stored: StoredCredential,
  consent: Asked,
  { baseUrl, now, decisions }: ShowPowers,
): AccessRequestView {
  const { fromAgent, toAgent, revokedAt, expiresAt } = stored;
  const decision = decisions.get(stored.id);
  const explanation = explanationFromFields(consent);
  const consentGate = consentGateFromFields(consent);
  const activity = consent[g.processingActivity];
  const state = () => {
    if (revokedAt !== undefined) return 'canceled';
    if (decision !== undefined) return decision.outcome === 'Granted' ? 'granted' : 'denied';
    return expiresAt !== undefined && expiresAt <= now ? 'expired' : 'pending';
  };
  return {
    ...showShared(stored, consent, baseUrl),
    state: state(),
    agency: fromAgent,
    citizen: toAgent,
    ...(revokedAt && { canceledAt: revokedAt.toISOString() }),
    ...(decision && {
      decision: {
        kind: decision.outcome === 'Granted' ? 'access-grant' : 'access-denial',
        id: uuidOf(baseUrl, decision.credential) ?? '',
      },
    }),
    ...(typeof activity === 'string' && { processingActivity: activity }),
    ...(explanation && { explanation }),
    ...(consentGate && { consentGate }),
  };
}

function showDecision(
  stored: StoredCredential,
  consent: Decided,
  { baseUrl, now }: ShowPowers,
): AccessGrantView | AccessDenialView {
  const { fromAgent, toAgent, revokedAt, suspendedAt, expiresAt } = stored;
  const { request, verifiedRequest, [g.reason]: reason } = consent;
  const answered = verifiedRequest ?? request;
  const explicitConsent = explicitConsentFromFields(consent);
  const state = () => {
    if (revokedAt !== undefined) return 'revoked';
    if (expiresAt !== undefined && expiresAt <= now) return 'expired';
    return suspendedAt === undefined ? 'active' : 'suspended';
  };
  return {
    ...showShared(stored, consent, baseUrl),
    state: state(),
    agency: toAgent,
    citizen: fromAgent,
    requestVerified: verifiedRequest !== undefined,
    ...(answered !== undefined && { request: answered }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    ...(stored.kind === 'SolidAccessGrant' &&
      revokedAt && { endedBy: stored.givenUp ? ('agency' as const) : ('citizen' as const) }),
    ...(stored.erasure && { erasure: stored.erasure }),
    ...(suspendedAt && { suspendedAt: suspendedAt.toISOString() }),
    ...(stored.kind === 'SolidAccessGrant' &&
      explicitConsent.length > 0 && { explicitConsent: [...explicitConsent] }),
    ...(stored.kind === 'SolidAccessDenial' && typeof reason === 'string' && { reason }),
  };
}

function showShared(stored: StoredCredential, consent: Asked | Decided, baseUrl: string) {
  const { id, recordedAt, validFrom, expiresAt } = stored;
  return {
    id: uuidOf(baseUrl, id) ?? '',
    credential: id,
    resources: consent.forPersonalData,
    modes: consent.mode.map((mode: AccessModeIri) => accessModeOf(mode)),
    purposes: consent.forPurpose ?? [],
    inherit: consent.inherit ?? true,
    issuedAt: recordedAt.toISOString(),
    validFrom: validFrom.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  };
}
