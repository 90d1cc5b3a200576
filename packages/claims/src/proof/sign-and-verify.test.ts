import { CLAIMS_V1, CREDENTIALS_V2, GRONDSLAG } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { CITIZEN, household, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { decodeBase58 } from './multikey.ts';
import { signCredential } from './sign-credential.ts';
import { generateSigningKey, importSigningKey, type SigningKey } from './signing-key.ts';
import { verifyProof } from './verify-proof.ts';

const base = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'HouseholdCredential'],
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: { id: CITIZEN, household },
};

let key: SigningKey;
let jwk: Awaited<ReturnType<typeof generateSigningKey>>['privateKeyJwk'];
let signed: Json & { proof: Json };

beforeAll(async () => {
  ({ key, privateKeyJwk: jwk } = await generateSigningKey('https://source.example/#key-1'));
  signed = (await signCredential(base, key, SIGNED_AT)) as never;
});

const keyOf = (id: string) => (id === key.id ? key.publicKeyMultibase : undefined);
const withProof = (change: Json) => ({ ...signed, proof: { ...signed.proof, ...change } });

describe(signCredential, () => {
  it('makes a proof that verifies, and gives back what was hashed', async () => {
    const result = await verifyProof(signed, keyOf);
    expect(result).toMatchObject({ verified: true, verificationMethod: key.id });
    expect(result.verified && result.canonical).toBe(await canonicalize(base));
    expect(result.verified && result.graph).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
    expect(signed.proof).toMatchObject({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-05T09:00:00Z',
      proofPurpose: 'assertionMethod',
    });
  });

  it('signs with a stored key as with the one it came from', async () => {
    const stored = await importSigningKey(key.id, JSON.parse(JSON.stringify(jwk)));
    expect(stored.publicKeyMultibase).toBe(key.publicKeyMultibase);
    expect(stored.privateKey.extractable).toBe(false);
    // Ed25519 is deterministic.
    expect(await signCredential(base, stored, SIGNED_AT)).toEqual(signed);
  });

  it('refuses a key whose halves do not belong together', async () => {
    const { privateKeyJwk: other } = await generateSigningKey('https://other.example/#key');
    await expect(importSigningKey(key.id, { ...jwk, x: other.x })).rejects.toMatchObject({
      code: 'invalid_key',
    });
    await expect(importSigningKey(key.id, { ...jwk, crv: 'X25519' })).rejects.toMatchObject({
      code: 'invalid_key',
    });
  });

  it.each([
    ['a term nobody defined', { nickname: 'x' }, 'undefined_term'],
    ['a relative IRI', { issuer: 'source' }, 'invalid_document'],
    ['a type nobody defined', { type: ['VerifiableCredential', 'Unknown'] }, 'invalid_document'],
    ['null', { validUntil: null }, 'invalid_document'],
    [
      'a context that is not pinned',
      { '@context': ['https://evil.example/v1'] },
      'unknown_context',
    ],
    ['an inline context', { '@context': [CREDENTIALS_V2, { a: 'urn:a' }] }, 'unknown_context'],
    ['a nested context', { credentialSubject: { '@context': CLAIMS_V1 } }, 'unknown_context'],
    ['no context', { '@context': [] }, 'unknown_context'],
    ['a proof', { proof: {} }, 'invalid_document'],
  ])('refuses to sign %s', async (_, change, code) => {
    await expect(signCredential({ ...base, ...change }, key, SIGNED_AT)).rejects.toMatchObject({
      name: 'ClaimsError',
      code,
    });
  });

  it('signs members that have an absolute IRI as their name', async () => {
    const custom = await signCredential({ ...base, [`${GRONDSLAG}reason`]: 'why' }, key, SIGNED_AT);
    const result = await verifyProof(custom, keyOf);
    expect(result.verified && result.canonical).toContain(`<${GRONDSLAG}reason> "why"`);
  });
});

describe(verifyProof, () => {
  it('does not verify with one character changed, wherever it is', async () => {
    const text = JSON.stringify(signed);
    let parsed = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // A neighbour in the alphabet, so that digits stay digits and most changes stay JSON.
      const changed = text.slice(0, at) + String.fromCharCode(code ^ 1) + text.slice(at + 1);
      let credential: unknown;
      try {
        credential = JSON.parse(changed);
      } catch {
        continue;
      }
      parsed++;
      const result = await verifyProof(credential, keyOf);
      expect(result.verified, `at ${at}: ${changed.slice(Math.max(0, at - 20), at + 20)}`).toBe(
        false,
      );
    }
    expect(parsed).toBeGreaterThan(text.length / 2);
  });

  it.each([
    ['another order of members', () => Object.fromEntries(Object.entries(signed).reverse())],
    ['a list of one proof', () => ({ ...signed, proof: [signed.proof] })],
    ['the context repeated in the proof', () => withProof({ '@context': base['@context'] })],
  ])('verifies with %s', async (_, credential) => {
    expect(await verifyProof(credential(), keyOf)).toMatchObject({ verified: true });
  });

  it.each([
    ['no proof in the list', () => ({ ...signed, proof: [] })],
    ['a proof that is text', () => ({ ...signed, proof: 'z' })],
    ['another proof type', () => withProof({ type: 'Ed25519Signature2020' })],
    ['another cryptosuite', () => withProof({ cryptosuite: 'eddsa-jcs-2022' })],
    ['another purpose', () => withProof({ proofPurpose: 'authentication' })],
    ['a member added to the proof', () => withProof({ nonce: 'abc' })],
    ['a signature that is too short', () => withProof({ proofValue: 'z2' })],
    ['a signature in another base', () => withProof({ proofValue: `u${'A'.repeat(86)}` })],
    [
      'a signature with characters that are not base58',
      () => withProof({ proofValue: `z${'0'.repeat(88)}` }),
    ],
    ['a signature of a megabyte', () => withProof({ proofValue: `z${'2'.repeat(1_000_000)}` })],
    ['another context in the proof', () => withProof({ '@context': [CREDENTIALS_V2] })],
    ['a previous proof', () => withProof({ previousProof: 'urn:uuid:1' })],
  ])('refuses %s', async (_, credential) => {
    expect(await verifyProof(credential(), keyOf)).toEqual({
      verified: false,
      reason: 'invalid_proof',
    });
  });

  it.each(['created', 'verificationMethod', 'proofPurpose', 'proofValue', 'cryptosuite', 'type'])(
    'refuses a proof without %s',
    async (member) => {
      const proof = Object.fromEntries(
        Object.entries(signed.proof).filter(([name]) => name !== member),
      );
      expect(await verifyProof({ ...signed, proof }, keyOf)).toEqual({
        verified: false,
        reason: 'invalid_proof',
      });
    },
  );

  it('refuses a proof that has expired, and accepts it before', async () => {
    const proof = await signWith({ expires: '2026-02-01T00:00:00Z' });
    const at = (instant: string) => verifyProof(proof, keyOf, () => new Date(instant));
    expect(await at('2026-01-31T23:59:59Z')).toMatchObject({ verified: true });
    expect(await at('2026-02-01T00:00:00Z')).toMatchObject({ reason: 'invalid_proof' });
  });

  it.each([
    ['null', null, 'not_a_credential'],
    ['a list', [], 'not_a_credential'],
    ['text', 'credential', 'not_a_credential'],
    ['no proof', base, 'not_a_credential'],
    ['no context', { proof: {} }, 'not_a_credential'],
    ['an unknown context', { '@context': 'https://evil.example', proof: {} }, 'unknown_context'],
  ])('says what is wrong with %s', async (_, credential, reason) => {
    expect(await verifyProof(credential, keyOf)).toEqual({ verified: false, reason });
  });

  it('does not verify in a context without terms for a proof', async () => {
    const { type: _, credentialSubject: __, ...bare } = signed;
    const result = await verifyProof({ ...bare, '@context': [CLAIMS_V1] }, keyOf);
    expect(result).toEqual({ verified: false, reason: 'invalid_proof' });
    const { proof, ...empty } = { '@context': CLAIMS_V1, title: 'Diploma', proof: signed.proof };
    expect(await verifyProof({ ...empty, proof }, keyOf)).toEqual(result);
  });

  it('does not verify under a key nobody accepts', async () => {
    expect(await verifyProof(signed, () => undefined)).toMatchObject({ reason: 'unknown_key' });
    const { key: other } = await generateSigningKey('https://other.example/#key');
    expect(await verifyProof(signed, () => other.publicKeyMultibase)).toMatchObject({
      reason: 'invalid_proof',
    });
  });

  it('keeps the zero bytes at the start of a signature', async () => {
    for (let second = 0; ; second++) {
      const created = new Date(SIGNED_AT.getTime() + second * 1_000);
      const credential = await signCredential(base, key, created);
      const { proofValue } = credential.proof;
      const bytes = decodeBase58(proofValue, 64) as Uint8Array;
      if (bytes[0] !== 0) continue;
      expect(proofValue.startsWith('z1')).toBe(true);
      expect(await verifyProof(credential, keyOf)).toMatchObject({ verified: true });
      for (const wrong of [`z${proofValue.slice(2)}`, `z1${proofValue.slice(1)}`]) {
        const changed = { ...credential, proof: { ...credential.proof, proofValue: wrong } };
        expect(await verifyProof(changed, keyOf)).toMatchObject({ reason: 'invalid_proof' });
      }
      break;
    }
  }, 20_000);

  it('gives up on a document made to be slow, and soon', async () => {
    const twins = (levels: number): Json =>
      levels === 0
        ? { 'urn:p': 'leaf' }
        : { 'urn:p': Array.from({ length: 11 }, () => twins(levels - 1)) };
    const slow = { ...base, 'urn:q': twins(2), proof: signed.proof };
    const started = performance.now();
    expect(await verifyProof(slow, keyOf)).toEqual({ verified: false, reason: 'invalid_proof' });
    expect(performance.now() - started).toBeLessThan(8_000);
  }, 20_000);
});

/** Signs with members in the proof that `signCredential` never adds. */
async function signWith(extra: Json): Promise<Json> {
  const { proofValue: _, ...config } = { ...signed.proof, ...extra } as Json;
  const { hashProof } = await import('./hash-proof.ts');
  const { canonicalizeProofConfig } = await import('./proof-config.ts');
  const { encodeBase58 } = await import('./multikey.ts');
  const proofConfig = await canonicalizeProofConfig(base['@context'], config);
  const { message } = await hashProof(proofConfig, await canonicalize(base));
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, message);
  return { ...base, proof: { ...config, proofValue: encodeBase58(new Uint8Array(signature)) } };
}
