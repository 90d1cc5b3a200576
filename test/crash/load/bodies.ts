import type { CorrectionStepKind } from '@grondslag/legal-basis';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import type { Change, DecisionKind } from './case.ts';

const READ = 'http://www.w3.org/ns/auth/acl#Read';
const REQUEST_ENDS = inHours(48);
const DECISION_ENDS = inHours(24);

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

function envelope(kind: string, expirationDate: string, credentialSubject: object): string {
  return JSON.stringify({
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', kind],
      expirationDate,
      credentialSubject,
    },
  });
}

/** Body of `POST issue` as the access-grant libraries send it. */
export function requestBody(resource: string, citizen: string): string {
  return envelope('SolidAccessRequest', REQUEST_ENDS, {
    hasConsent: {
      mode: [READ],
      hasStatus: gc.ConsentStatusRequested,
      forPersonalData: [resource],
      isConsentForDataSubject: citizen,
    },
  });
}

/** Body of `POST v1/access-requests`. */
export function plainRequestBody(resource: string, citizen: string): string {
  return JSON.stringify({ citizen, resources: [resource], expiresAt: REQUEST_ENDS });
}

export function decisionBody(
  kind: DecisionKind,
  { resource, agency, request }: { resource: string; agency: string; request: string },
): string {
  const granted = kind === 'SolidAccessGrant';
  return envelope(kind, DECISION_ENDS, {
    providedConsent: {
      mode: [READ],
      hasStatus: granted ? gc.ConsentStatusExplicitlyGiven : gc.ConsentStatusDenied,
      forPersonalData: [resource],
      isProvidedTo: agency,
      verifiedRequest: request,
    },
  });
}

/** Whose facts are disputed. */
export const SOURCE = 'https://source.example/';

/** Body of `POST v1/corrections`. */
export function reportErrorBody(resource: string): string {
  return JSON.stringify({
    ...{ resource, credential: `${resource}#credential`, source: SOURCE },
    claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
    fields: [{ name: 'amount', shouldBe: '19475.50' }],
  });
}

/** Body of `POST v1/corrections/{uuid}/steps`. */
export function correctionStepBody(step: CorrectionStepKind): string {
  return JSON.stringify({
    step,
    by: { name: 'R. Register', role: 'Medewerker gegevens' },
    ...(step === 'rejected' && { reasons: { nl: 'Het klopt.' } }),
  });
}

/** Body of `POST status`. */
export function statusBody(credentialId: string, kind: Change['kind']): string {
  const entry =
    kind === 'revoked'
      ? { type: 'RevocationList2020Status', status: '1' }
      : {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'suspension',
          status: kind === 'suspended' ? '1' : '0',
        };
  return JSON.stringify({ credentialId, credentialStatus: [entry] });
}
