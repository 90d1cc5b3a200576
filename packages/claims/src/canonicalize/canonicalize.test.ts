import { createHash } from 'node:crypto';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { expandAndCompile } from '../expand/expand.ts';
import { readLines } from '../nquads/read-lines.ts';
import { hashProof } from '../proof/hash-proof.ts';
import { encodeBase58 } from '../proof/multikey.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import { canonicalizeProofConfig } from '../proof/proof-config.ts';
import { signCredential } from '../proof/sign-credential.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { CITIZEN, income, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { canonicalize, canonicalizeChecked, canonicalizeInBothOrders } from './canonicalize.ts';
import { writeCanonical } from './write-canonical.ts';

const base = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer: 'https://source.example/',
  credentialSubject: { id: CITIZEN, income } as Json,
};
const [PRIVATE_USE, CAP] = ['\ue000', '\u{1F393}'];

let key: SigningKey;
beforeAll(async () => {
  ({ key } = await generateSigningKey('https://source.example/#key-1'));
});
const verify = (credential: unknown) => verifyProof(credential, () => key.publicKeyMultibase);

async function inBothWays(document: object): Promise<string> {
  const expansion = await expandAndCompile(document);
  const fast = expansion && writeCanonical(expansion, platformCrypto.hashNow);
  const general = await canonicalizeChecked(document);
  expect(fast).toBe(general);
  return general;
}

describe(canonicalize, () => {
  it('gives blank nodes the same labels whatever they are called in the document', async () => {
    const called = (first: string, second: string) => ({
      ...base,
      credentialSubject: {
        id: CITIZEN,
        income: [
          { ...income, id: first },
          { ...income, id: second, year: '2024' },
        ],
      },
    });
    const canonical = await canonicalizeChecked(called('_:a', '_:b'));
    for (const [first, second] of [
      ['_:c14n1', '_:c14n0'],
      ['_:c14n0', '_:c14n1'],
      ['_:c14n', '_:c14n9'],
    ] as const) {
      expect(await canonicalizeChecked(called(first, second))).toBe(canonical);
      await expect(canonicalize(called(first, second))).rejects.toMatchObject({
        code: 'invalid_document',
      });
    }
  });

  it('orders lines by code point', async () => {
    const canonical = await inBothWays({ ...base, name: [CAP, PRIVATE_USE] });
    expect(canonical.indexOf(PRIVATE_USE)).toBeLessThan(canonical.indexOf(CAP));
    expect(readLines(canonical)).toBeDefined();
  });

  it('orders by code point where it labels blank nodes, too', async () => {
    // Alike but for one value, of which each node has two, so that the order within the hash counts.
    const twins = ['x', 'y'].map((level) => ({ ...income, name: [CAP, PRIVATE_USE, level] }));
    const document = { ...base, credentialSubject: { id: CITIZEN, income: twins } };
    const canonical = await inBothWays(document);
    const hash = (level: string) => {
      const G = 'https://w3id.org/grondslag/terms#';
      const lines = [
        `<${CITIZEN}> <${G}income> _:a .\n`,
        `_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${G}Income> .\n`,
        `_:a <${G}amount> "21430.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n`,
        `_:a <${G}currency> "EUR" .\n`,
        `_:a <${G}year> "2025"^^<http://www.w3.org/2001/XMLSchema#gYear> .\n`,
        ...[CAP, PRIVATE_USE, level].map((name) => `_:a <https://schema.org/name> "${name}" .\n`),
      ];
      const sorted = lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      return createHash('sha256').update(sorted.join('')).digest('hex');
    };
    const first = hash('x') < hash('y') ? 'x' : 'y';
    expect(canonical).toContain(`_:c14n0 <https://schema.org/name> "${first}" .`);
  });

  it('counts a statement once, in whatever forms the document makes it', async () => {
    const subject = { id: CITIZEN, household: { adults: [1, '1', 1] } };
    const canonical = await inBothWays({ ...base, credentialSubject: subject });
    expect(canonical.match(/adults/g)).toHaveLength(1);
    expect(readLines(canonical)).toBeDefined();
  });

  it('does not take lines that look alike from a blank node for one', async () => {
    // From the subject without id, both incomes are `_:a <income> _:z`.
    const credentialSubject = { income: [income, { ...income, year: '2024' }] };
    const canonical = await inBothWays({ ...base, credentialSubject });
    expect(canonical.match(/terms#income> _:c14n/g)).toHaveLength(2);
  });

  it('refuses half a character: another document would have its hash', async () => {
    const halves = { ...base, name: '\ud800' };
    await expect(canonicalize(halves)).rejects.toMatchObject({ code: 'invalid_document' });
    const signed = await signCredential({ ...base, name: '\ufffd' }, key, SIGNED_AT);
    expect(await verify(signed)).toMatchObject({ verified: true });
    expect(await verify({ ...signed, name: '\ud800' })).toMatchObject({ verified: false });
  });

  it('refuses 10,000 levels, in time', async () => {
    const signed = JSON.stringify(await signCredential(base, key, SIGNED_AT));
    const nested = `${'{"evidence":'.repeat(10_000)}{}${'}'.repeat(10_000)}`;
    const credential = JSON.parse(signed.replace('"issuer"', `"evidence":${nested},"issuer"`));
    expect(await verify(credential)).toEqual({ verified: false, reason: 'not_a_credential' });
  });

  it.each<[string, () => unknown]>([
    ['one text', () => '"'.repeat(10_000_000)],
    ['texts', () => Array.from({ length: 100_000 }, (_, at) => `${at} ${'x'.repeat(90)}`)],
    ['numbers', () => Array.from({ length: 1_000_000 }, (_, at) => 1_000_000_000 + at)],
    ['nodes', () => Array.from({ length: 1_000_000 }, () => ({}))],
  ])('refuses 10 MB of %s, and refuses to sign it', async (_, name) => {
    const large = { ...base, name: name() };
    await expect(canonicalize(large)).rejects.toMatchObject({ code: 'invalid_document' });
    const { proof } = await signCredential(base, key, SIGNED_AT);
    expect(await verify({ ...large, proof })).toEqual({
      verified: false,
      reason: 'not_a_credential',
    });
  });

  it('refuses 6,000 contexts of the closed list, each of which jsonld would process', async () => {
    const { proof } = await signCredential(base, key, SIGNED_AT);
    const contexts = Array.from({ length: 3_000 }, () => base['@context']).flat();
    expect(await verify({ ...base, '@context': contexts, proof })).toEqual({
      verified: false,
      reason: 'unknown_context',
    });
  });

  it('refuses two contexts written as one: what was compiled for two must not answer', async () => {
    const signed = await signCredential(base, key, SIGNED_AT);
    expect(await verify(signed)).toMatchObject({ verified: true });
    expect(await verify({ ...signed, '@context': [base['@context'].join('\n')] })).toEqual({
      verified: false,
      reason: 'unknown_context',
    });
  });

  it('answers on as many values as it accepts', async () => {
    const { proof } = await signCredential(base, key, SIGNED_AT);
    for (const value of [(at: number) => at, (at: number) => ({ name: String(at % 2) })]) {
      const name = Array.from({ length: 1_600 }, (_, at) => value(at));
      expect(await verify({ ...base, name, proof })).toEqual({
        verified: false,
        reason: 'invalid_proof',
      });
    }
  }, 60_000);
});

describe('a proof over the order of UTF-16', () => {
  it('verifies, and what is handed on has the order of code points and its own hash as name', async () => {
    const document = { ...base, name: [PRIVATE_USE, CAP] };
    const config = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-05T09:00:00Z',
      verificationMethod: key.id,
      proofPurpose: 'assertionMethod',
    };
    const { byUnit, byCodePoint } = await canonicalizeInBothOrders(document);
    expect(byUnit).not.toBe(byCodePoint);
    const proofConfig = await canonicalizeProofConfig(base['@context'], config);
    const { message } = await hashProof(proofConfig, byUnit);
    const signature = await crypto.subtle.sign('Ed25519', key.privateKey, message);
    const proofValue = encodeBase58(new Uint8Array(signature));
    const result = await verify({ ...document, proof: { ...config, proofValue } });
    const hash = createHash('sha256').update(byCodePoint).digest('hex');
    expect(result).toMatchObject({
      verified: true,
      canonical: byCodePoint,
      graph: `urn:sha256:${hash}`,
    });
  });
});
