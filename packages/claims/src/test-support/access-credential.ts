import {
  CREDENTIALS_V1,
  DATA_INTEGRITY_V1,
  gc,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
} from '@grondslag/vocab';

/** An access grant as the authority issues it (VC 1.1), not signed. */
export const accessGrant = {
  '@context': [CREDENTIALS_V1, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1, INRUPT_V2],
  id: 'http://localhost:7101/vc/1',
  type: ['VerifiableCredential', 'SolidAccessGrant'],
  issuer: 'http://localhost:7101/',
  issuanceDate: '2026-01-05T09:00:00Z',
  expirationDate: '2027-01-05T09:00:00Z',
  credentialStatus: {
    id: 'http://localhost:7101/status/1#42',
    type: 'RevocationList2020Status',
    revocationListIndex: '42',
    revocationListCredential: 'http://localhost:7101/status/1',
  },
  credentialSubject: {
    id: 'http://localhost:7100/fatima/profile/card#me',
    providedConsent: {
      mode: ['http://www.w3.org/ns/auth/acl#Read'],
      forPersonalData: ['http://localhost:7100/fatima/facts/income/'],
      forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
      hasStatus: gc.ConsentStatusExplicitlyGiven,
      isProvidedTo: 'http://localhost:7103/profile#agency',
      inherit: false,
    },
  },
};
