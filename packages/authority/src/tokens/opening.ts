import { type AccessMode, accessModeOf } from '@grondslag/protocol';
import type { StoredCredential, StoredLawfulAccess } from '../credentials/credential-store.ts';
import type { StoredGrant } from './check-grant.ts';

/** What a credential opens at its vault server, and for whom. */
export interface Opening {
  readonly stored: StoredCredential;
  readonly resources: readonly string[];
  readonly modes: readonly AccessMode[];
  readonly inherit: boolean;
  /** Basis of Article 6(1) GDPR; absent: consent. */
  readonly legalBasis?: string;
}

export function openingOfGrant(stored: StoredGrant): Opening {
  const {
    mode,
    forPersonalData,
    inherit = true,
  } = stored.credential.credentialSubject.providedConsent;
  return { stored, resources: forPersonalData, modes: mode.map(accessModeOf), inherit };
}

/** To read, and nothing else. */
export function openingOfLawfulAccess(stored: StoredLawfulAccess): Opening {
  const { resources, basis } = stored.credential.credentialSubject.lawfulAccess;
  return { stored, resources, modes: ['read'], inherit: true, legalBasis: basis };
}
