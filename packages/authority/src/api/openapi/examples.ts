/** Values that the examples in the document are made of. */
export const example = {
  id: '019a9f5c-7d1e-7c42-9d5a-0b6c1f4e2a31',
  otherId: '019a9f5c-9a02-7e11-8f64-5c1d3b7a9e08',
  agency: 'https://id.agency.example/#me',
  citizen: 'https://vault.example/alice/profile/card#me',
  resource: 'https://vault.example/alice/facts/income/',
  purpose: 'https://w3id.org/dpv#ServiceProvision',
  start: '2026-11-22T09:00:00.000Z',
  end: '2027-02-22T09:00:00.000Z',
  credential: (id: string) => `https://access.example/vc/${id}`,
} as const;

export const newRequestExample = {
  citizen: example.citizen,
  resources: [example.resource],
  modes: ['read'],
  purposes: [example.purpose],
  expiresAt: example.end,
  explanation: {
    needs: [
      {
        resource: example.resource,
        claimType: 'https://w3id.org/grondslag/terms#IncomeCredential',
        reason: { nl: 'De hoogte van de toeslag hangt af van uw inkomen.' },
        required: true,
      },
    ],
    purposeInWords: { nl: 'Wij berekenen uw toeslag.', en: 'We work out your allowance.' },
    otherRoute: { text: { nl: 'U kunt ook langskomen bij het loket.' } },
  },
};

const extent = {
  resources: [example.resource],
  modes: ['read'],
  purposes: [example.purpose],
  inherit: true,
  issuedAt: example.start,
  validFrom: example.start,
  expiresAt: example.end,
  agency: example.agency,
  citizen: example.citizen,
};

export const requestExample = {
  id: example.id,
  credential: example.credential(example.id),
  state: 'granted',
  ...extent,
  decision: { kind: 'access-grant', id: example.otherId },
  explanation: newRequestExample.explanation,
};

export const grantExample = {
  id: example.otherId,
  credential: example.credential(example.otherId),
  state: 'active',
  ...extent,
  request: example.credential(example.id),
  requestVerified: true,
};

export const denialExample = { ...grantExample, reason: 'Ik kom liever langs.' };
