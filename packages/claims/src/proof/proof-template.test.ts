import {
  CLAIMS_V1,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  INRUPT_V2,
  REVOCATION_LIST_2020_V1,
} from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import { canonicalizeProofConfig } from './proof-config.ts';
import { fillTemplate, learnTemplate } from './proof-template.ts';

const contexts = [
  [CREDENTIALS_V2],
  [CREDENTIALS_V2, CLAIMS_V1],
  CREDENTIALS_V2,
  [CREDENTIALS_V1, DATA_INTEGRITY_V1, INRUPT_V2],
  [CREDENTIALS_V1, INRUPT_V2, DATA_INTEGRITY_V1, REVOCATION_LIST_2020_V1],
];
const instants = [
  '2026-01-05T09:00:00Z',
  '2000-01-01T00:00:00Z',
  '1970-01-01T00:00:00.123456789+05:30',
  '9999-12-31T23:59:59.9-12:00',
];
const methods = [
  'https://sample.example/#key',
  'http://localhost:7101/#key-1',
  "https://a.example:8443/x/../y?q=$&$1$$&z='(*)',;=@!~_#z6Mk",
  'https://2000-01-01T00:00:00Z.example/%C3%A9#k',
  'https://a.example/é/한#key',
  'did:web:a.example#key-1',
  'urn:uuid:00000000-0000-4000-8000-000000000000',
];
const extras = [
  {},
  { domain: 'a.example' },
  { expires: '2030-01-01T00:00:00Z' },
  { id: 'urn:p:1' },
];

describe(fillTemplate, () => {
  it('gives what full expansion gives, or nothing, for every proof', async () => {
    let filled = 0;
    for (const context of contexts) {
      await learnTemplate(context);
      for (const created of instants) {
        for (const verificationMethod of methods) {
          for (const extra of extras) {
            const config = {
              type: 'DataIntegrityProof',
              cryptosuite: 'eddsa-rdfc-2022',
              created,
              verificationMethod,
              proofPurpose: 'assertionMethod',
              ...extra,
            };
            const short = fillTemplate(context, config);
            if (short === undefined) continue;
            expect(short).toBe(await canonicalizeProofConfig(context, config));
            expect(short).toContain(created);
            filled++;
          }
        }
      }
    }
    // Of seven methods five, and of the extras none.
    expect(filled).toBe(5 * 4 * 5);
  }, 30_000);

  it.each([
    { created: '2026-01-05T09:00:00Z" .\n<urn:x> <urn:y> "' },
    { verificationMethod: 'https://a.example/> .\n<urn:x> <urn:y> <urn:z' },
    { verificationMethod: 'relative#key' },
    { cryptosuite: 'eddsa-rdfc-2022"' },
  ])('does not let a value write statements: %j', async (change) => {
    const config = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-05T09:00:00Z',
      verificationMethod: 'https://a.example/#key',
      proofPurpose: 'assertionMethod',
      ...change,
    };
    await learnTemplate([CREDENTIALS_V2]);
    expect(fillTemplate([CREDENTIALS_V2], config)).toBeUndefined();
  });

  it('knows no context that it did not learn', () => {
    expect(fillTemplate(['https://other.example/'], sample)).toBeUndefined();
  });
});

const sample = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-05T09:00:00Z',
  verificationMethod: 'https://a.example/#key',
  proofPurpose: 'assertionMethod',
};
