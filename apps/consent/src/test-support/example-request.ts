import { type AccessRequest, accessRequestSchema, explanationToFields } from '@grondslag/protocol';
import { acl, DPV, g, gc } from '@grondslag/vocab';

/** Storage of the citizen in tests. */
export const storage = 'https://vault.example/anna/';
export const income = `${storage}facts/income/`;
export const residence = `${storage}facts/home/residence`;

type Consent = AccessRequest['credentialSubject']['hasConsent'];

/** A question as the authority would hand it out: incomes (required) and residence. For tests. */
export function exampleRequest(
  consent: Partial<Consent> = {},
  expirationDate: string | undefined = '2026-12-01T12:00:00Z',
): AccessRequest {
  return accessRequestSchema.parse({
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    id: 'https://authority.example/vc/request-1',
    type: ['VerifiableCredential', 'SolidAccessRequest'],
    issuer: 'https://authority.example/',
    issuanceDate: '2026-11-01T12:00:00Z',
    ...(expirationDate && { expirationDate }),
    ...signed,
    credentialSubject: {
      id: 'https://agency.example/#us',
      hasConsent: {
        mode: [acl.Read],
        hasStatus: gc.ConsentStatusRequested,
        forPersonalData: [income, residence],
        forPurpose: [`${DPV}ServiceProvision`],
        isConsentForDataSubject: `${storage}profile/card#me`,
        ...explanationToFields({
          purposeInWords: { nl: 'Wij kijken of u recht heeft op hulp.' },
          needs: [
            {
              resource: residence,
              claimType: g.ResidenceCredential,
              reason: { nl: 'Wij helpen inwoners.' },
              required: false,
            },
            {
              resource: income,
              claimType: g.IncomeCredential,
              reason: { nl: 'Uw inkomen telt.' },
              required: true,
            },
          ],
          otherRoute: { text: { nl: 'Kom langs.' } },
        }),
        ...consent,
      },
    },
  });
}

/** A question about incomes only, or about these fields of them. For tests. */
export function askingFields(fields: string[] | undefined, required = true): AccessRequest {
  return exampleRequest({
    forPersonalData: [income],
    ...explanationToFields({
      purposeInWords: { nl: 'Wij kijken of u recht heeft op hulp.' },
      needs: [
        {
          resource: income,
          claimType: g.IncomeCredential,
          ...(fields && { fields }),
          reason: { nl: 'Uw inkomen telt.' },
          required,
        },
      ],
      otherRoute: { text: { nl: 'Kom langs.' } },
    }),
  });
}

/** What the authority adds to a credential it hands out. For tests. */
export const signed = {
  credentialStatus: [
    {
      id: 'https://authority.example/status/1#7',
      type: 'RevocationList2020Status',
      revocationListIndex: '7',
      revocationListCredential: 'https://authority.example/status/1',
    },
  ],
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-11-01T12:00:00Z',
    proofPurpose: 'assertionMethod',
    verificationMethod: 'https://authority.example/#key-1',
    proofValue: 'z',
  },
} as const;
