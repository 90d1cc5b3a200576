import {
  CREDENTIALS_V1,
  DATA_INTEGRITY_V1,
  gc,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
  STATUS_ENTRY_CONTEXT,
} from '@grondslag/vocab';
import { statusEntries } from '../status/status-entries.ts';
import type { AskedCredential } from './asked-credential.ts';
import type { Validity } from './choose-dates.ts';
import type { StatusEntry } from './credential-store.ts';

// The only URLs of contexts the access-grant libraries know; one more would make them refuse the credential.
const contexts = [
  CREDENTIALS_V1,
  INRUPT_V2,
  DATA_INTEGRITY_V1,
  REVOCATION_LIST_2020_V1,
  STATUS_ENTRY_CONTEXT,
];

/** What this authority adds to what was asked. */
export interface Issuance extends Validity {
  readonly baseUrl: string;
  /** URL of the credential. */
  readonly id: string;
  /** WebID of the caller. */
  readonly subject: string;
  readonly statusEntry: StatusEntry;
}

/** The credential as it will be signed: VC Data Model 1.1, lists where there may be several values. */
export function buildCredential(asked: AskedCredential, issuance: Issuance): object {
  const { baseUrl, id, subject, statusEntry, validFrom, expiresAt } = issuance;
  return {
    '@context': contexts,
    id,
    type: ['VerifiableCredential', asked.kind],
    issuer: baseUrl,
    issuanceDate: validFrom.toISOString(),
    ...(expiresAt && { expirationDate: expiresAt.toISOString() }),
    credentialSubject: {
      id: subject,
      ...(asked.inbox !== undefined && { inbox: asked.inbox }),
      ...consentBlock(asked),
    },
    credentialStatus: statusEntries(baseUrl, statusEntry),
  };
}

function consentBlock({
  kind,
  modes,
  resources,
  purposes,
  inherit,
  toAgent,
  link,
  template,
  customFields,
}: AskedCredential): object {
  const extent = {
    mode: modes,
    forPersonalData: resources,
    ...(purposes && { forPurpose: purposes }),
    ...(inherit !== undefined && { inherit }),
    ...(template && { template }),
    ...customFields,
  };
  switch (kind) {
    case 'SolidAccessRequest':
      return {
        hasConsent: {
          ...extent,
          hasStatus: gc.ConsentStatusRequested,
          isConsentForDataSubject: toAgent,
        },
      };
    case 'SolidAccessGrant':
    case 'SolidAccessDenial':
      return {
        providedConsent: {
          ...extent,
          hasStatus:
            kind === 'SolidAccessGrant' ? gc.ConsentStatusExplicitlyGiven : gc.ConsentStatusDenied,
          isProvidedTo: toAgent,
          ...(link && { [link.verified ? 'verifiedRequest' : 'request']: link.id }),
        },
      };
  }
}
