import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { hashProof } from '../proof/hash-proof.ts';
import { encodeBase58, encodePublicKey } from '../proof/multikey.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { learnContext, prepareProof } from '../proof/prepare-proof.ts';
import { canonicalizeProofConfig } from '../proof/proof-config.ts';
import { readClaimedProof } from '../proof/read-claimed-proof.ts';
import { baseCredentials } from './base-credentials.ts';
import { nastyTexts } from './mutated-credentials.ts';

const RUNS = 20_000 * Number(process.env['FUZZ_FACTOR'] ?? 1);
const seed = process.env['FUZZ_SEED'];
const options = { numRuns: RUNS, ...(seed !== undefined && { seed: Number(seed) }) };

const nasty = fc.constantFrom(...nastyTexts);
const proof = fc.record(
  {
    type: fc.constant('DataIntegrityProof'),
    cryptosuite: fc.constant('eddsa-rdfc-2022'),
    created: fc.oneof(
      fc.constantFrom(
        '2026-01-05T09:00:00Z',
        '2000-01-01T00:00:00.5+14:00',
        '2024-02-29T23:59:59Z',
      ),
      nasty.map((text) => `2026-01-05T09:00:00Z${text}`),
    ),
    proofPurpose: fc.constant('assertionMethod'),
    verificationMethod: fc.oneof(
      fc.constantFrom('did:key:z6Mk#z6Mk', 'did:web:a.example#k', 'urn:uuid:1', 'acl:Read', 'id:1'),
      fc
        .tuple(fc.constantFrom('https://a.example/', 'did:web:a', 'x:'), nasty)
        .map((both) => both.join('')),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    ),
    proofValue: fc.constant(encodeBase58(new Uint8Array(64).fill(9))),
    // Members that may be there too.
    id: fc.oneof(fc.constant('urn:uuid:1'), nasty),
    domain: fc.oneof(nasty, fc.array(nasty, { maxLength: 2 })),
    challenge: nasty,
    nonce: nasty,
    expires: fc.constantFrom('2100-01-01T00:00:00Z', '2100-01-01T00:00:00+01:00'),
    name: nasty,
    previousProof: fc.constantFrom('urn:uuid:2', ['urn:uuid:2', 'urn:uuid:3']),
    'https://w3id.org/security#domain': nasty,
    'urn:p': nasty,
  },
  {
    requiredKeys: [
      'type',
      'cryptosuite',
      'created',
      'proofPurpose',
      'verificationMethod',
      'proofValue',
    ],
  },
);
const cases = fc.tuple(fc.constantFrom(...baseCredentials), proof, fc.nat(9));

const publicKey = encodePublicKey(new Uint8Array(32).fill(7));
const count = { fast: 0, general: 0 };

describe(prepareProof, () => {
  it(`gives the message of the general path, or nothing, for ${RUNS} proofs`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([document, members, plain]) => {
        const { type, cryptosuite, created, proofPurpose, verificationMethod, proofValue } =
          members;
        const claimed =
          plain < 3
            ? { type, cryptosuite, created, proofPurpose, verificationMethod, proofValue }
            : members;
        const now = () => new Date('2026-03-01T00:00:00Z');
        const context = document['@context'];
        const read = await readClaimedProof(context, claimed, () => publicKey, now);
        if ('reason' in read) return;
        await learnContext(document, read);
        const prepared = await prepareProof(document, read, platformCrypto);
        if (!prepared) {
          count.general++;
          return;
        }
        count.fast++;
        const config = await canonicalizeProofConfig(context, read.config);
        const { message } = await hashProof(config, await canonicalize(document));
        expect(Buffer.from(prepared.message).toString('hex')).toBe(
          Buffer.from(message).toString('hex'),
        );
      }),
      options,
    );
  });

  afterAll(() => {
    expect(count.fast).toBeGreaterThan(RUNS / 20);
  });
});
