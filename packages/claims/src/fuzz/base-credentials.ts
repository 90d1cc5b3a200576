import {
  CLAIMS_V1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  STATUS_ENTRY_CONTEXT,
} from '@grondslag/vocab';
import { accessGrant } from '../test-support/access-credential.ts';
import {
  CITIZEN,
  diploma,
  household,
  income,
  type Json,
  residence,
} from '../test-support/samples.ts';

const envelope = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  validUntil: '2027-01-05T09:00:00Z',
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://source.example/status/1',
  },
};

const claim = (type: string, facts: Json, more: Json = {}): Json => ({
  ...envelope,
  type: ['VerifiableCredential', type],
  credentialSubject: { id: CITIZEN, ...facts },
  ...more,
});

/** Credentials that nothing is wrong with, of all the forms in use. */
export const baseCredentials: readonly Json[] = [
  claim('DiplomaCredential', { diploma }),
  claim('IncomeCredential', { income: [income, { ...income, year: '2024' }] }),
  claim('ResidenceCredential', { residence: { id: 'urn:uuid:1', ...residence } }),
  claim(
    'HouseholdCredential',
    { household },
    { issuer: { id: 'https://source.example/', name: 'Bron' } },
  ),
  claim(
    'DiplomaCredential',
    { diploma: { ...diploma, title: { '@value': 'Verpleegkunde', '@language': 'nl' } } },
    {
      name: { '@value': 'Diploma', '@language': 'nl' },
      credentialSchema: { id: 'https://source.example/schema', type: 'JsonSchema' },
      evidence: [{ type: 'urn:Evidence', name: 'seen' }],
      termsOfUse: { type: 'urn:Terms' },
      refreshService: { id: 'https://source.example/refresh', type: 'urn:Refresh' },
    },
  ),
  {
    ...envelope,
    '@context': CREDENTIALS_V2,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: {
      id: 'https://source.example/status/1#list',
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQsvoAAAAAAAAAAAAAAAAP4GcwM92tQwAAA',
    },
  },
  { ...accessGrant },
  {
    '@context': [CREDENTIALS_V1, DATA_INTEGRITY_V1, STATUS_ENTRY_CONTEXT],
    id: 'https://source.example/credentials/2',
    type: 'VerifiableCredential',
    issuer: 'did:web:source.example',
    issuanceDate: '2026-01-05T09:00:00Z',
    credentialSubject: { id: CITIZEN },
    credentialStatus: { id: 'https://source.example/status/1#7', ...envelope.credentialStatus },
  },
];
