import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as reference from '@digitalbazaar/vc';
import { CLAIMS_V1, CREDENTIALS_V2, contexts } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueCredential } from '../issue/issue-credential.ts';
import {
  type Ed25519PrivateJwk,
  generateEcdsaSigningKey,
  generateSigningKey,
  type SigningKey,
} from '../proof/signing-key.ts';
import { CITIZEN, income, NOW } from '../test-support/samples.ts';
import { signPresentation } from './sign-presentation.ts';
import { type VerifyPresentationOptions, verifyPresentation } from './verify-presentation.ts';

const issuer = 'https://source.example/';
const holder = 'https://holder.example/';
const challenge = 'f2b0a4';
const domain = 'https://agency.example/';

describe(verifyPresentation, () => {
  let issuerKey: SigningKey;
  let holderKey: SigningKey;
  let holderJwk: Ed25519PrivateJwk;
  let strangerKey: SigningKey;
  let presentation: Record<string, unknown>;
  let presented: Record<string, unknown>;

  beforeAll(async () => {
    ({ key: issuerKey } = await generateSigningKey(`${issuer}#key-1`));
    ({ key: holderKey, privateKeyJwk: holderJwk } = await generateSigningKey(`${holder}#key-1`));
    ({ key: strangerKey } = await generateEcdsaSigningKey('https://other.example/#key-1', 'P-256'));
    presented = await issueCredential(
      {
        '@context': [CREDENTIALS_V2, CLAIMS_V1],
        id: 'https://source.example/credentials/1',
        type: ['VerifiableCredential', 'IncomeCredential'],
        issuer,
        validFrom: '2026-01-05T09:00:00Z',
        credentialSubject: { id: CITIZEN, income },
      },
      { suite: 'eddsa-rdfc-2022', key: issuerKey, now: NOW },
    );
    presentation = present(presented);
  });

  function present(...verifiableCredential: object[]): Record<string, unknown> {
    return {
      '@context': [CREDENTIALS_V2],
      id: 'urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5',
      type: 'VerifiablePresentation',
      holder,
      verifiableCredential,
    };
  }
  const sign = (what = presentation, key = holderKey) =>
    signPresentation(what, { suite: 'eddsa-rdfc-2022', key, now: NOW, challenge, domain });
  const keys = () => [issuerKey, holderKey, strangerKey];
  const verify = (what: unknown, options: Partial<VerifyPresentationOptions> = {}) =>
    verifyPresentation(what, {
      publicKey: (method) => keys().find(({ id }) => id === method)?.publicKeyMultibase,
      controllerOf: (method) => method.split('#')[0],
      challenge,
      domain,
      now: () => NOW,
      ...options,
    });

  it('holds for the challenge and the domain it was signed for', async () => {
    const outcome = await verify(await sign());
    expect(outcome).toMatchObject({
      verified: true,
      holder,
      proof: { proofPurpose: 'authentication', verificationMethod: holderKey.id },
      credentials: [{ verified: true, verificationMethod: issuerKey.id }],
    });
  });

  it('holds under the other suites', async () => {
    const { holder: _, ...own } = presentation;
    for (const [suite, key] of [
      ['eddsa-jcs-2022', holderKey],
      ['ecdsa-rdfc-2019', strangerKey],
    ] as const) {
      const signed = await signPresentation(own, { suite, key, now: NOW, challenge, domain });
      expect(await verify(signed)).toMatchObject({ verified: true, proof: { cryptosuite: suite } });
    }
  });

  // Data Integrity, 4.4: "If options has a non-null domain item, … INVALID_DOMAIN_ERROR"; the same for challenge.
  it('is a replay at another verifier, and for another question', async () => {
    const signed = await sign();
    expect(await verify(signed, { domain: 'https://other.example/' })).toEqual({
      verified: false,
      reason: 'wrong_domain',
    });
    expect(await verify(signed, { challenge: 'another' })).toMatchObject({
      reason: 'wrong_challenge',
    });
    const { challenge: _, ...proof } = signed.proof;
    expect(await verify({ ...signed, proof })).toMatchObject({ reason: 'wrong_challenge' });
  });

  it('cannot be bound to another question afterwards', async () => {
    const signed = await sign();
    const moved = { ...signed, proof: { ...signed.proof, challenge: 'another' } };
    expect(await verify(moved, { challenge: 'another' })).toMatchObject({
      reason: 'invalid_proof',
    });
  });

  it('needs every one of its proofs to be for us', async () => {
    const signed = await sign();
    const other = { ...signed.proof, challenge: 'another' };
    expect(await verify({ ...signed, proof: [signed.proof, other] })).toMatchObject({
      reason: 'wrong_challenge',
    });
  });

  it('is of its holder, not of who signed it', async () => {
    expect(await verify(await sign(presentation, issuerKey))).toMatchObject({
      reason: 'wrong_holder',
    });
  });

  it('may not be made of an assertion', async () => {
    const signed = await sign();
    const proof = { ...signed.proof, proofPurpose: 'assertionMethod' };
    expect(await verify({ ...signed, proof })).toMatchObject({ reason: 'invalid_proof' });
  });

  it('does not hold with another credential in it, or a changed one', async () => {
    const signed = await sign();
    for (const verifiableCredential of [
      [],
      [{ ...presented, validFrom: '2025-01-05T09:00:00Z' }],
    ]) {
      const changed = await verify({ ...signed, verifiableCredential });
      expect(changed).toMatchObject({ reason: 'invalid_proof' });
    }
  });

  it('does not hold with a credential that does not, though its holder signed it', async () => {
    const changed = { ...presented, validFrom: '2025-01-05T09:00:00Z' };
    expect(await verify(await sign(present(presented, changed)))).toMatchObject({
      reason: 'credential_not_verified',
      credentials: [{ verified: true }, { verified: false, reason: 'invalid_proof' }],
    });
  });

  it.each([
    [undefined],
    ['text'],
    [{ '@context': [CREDENTIALS_V2], type: 'VerifiableCredential' }],
    [{ '@context': ['https://elsewhere.example/'], type: 'VerifiablePresentation' }],
    [{ '@context': [CREDENTIALS_V2], type: 'VerifiablePresentation', verifiableCredential: ['x'] }],
    [{ '@context': [CREDENTIALS_V2], type: 'VerifiablePresentation' }],
  ])('is refused when it is none: %j', async (what) => {
    expect(await verify(what)).toMatchObject({ verified: false });
  });

  it('is refused when its credentials together would take long to read', async () => {
    const { proof } = await sign();
    const name = Array.from({ length: 4_000 }, (_, at) => `${at}`);
    const large = Array.from({ length: 12 }, () => ({ ...presented, name }));
    expect(await verify({ ...present(...large), proof })).toEqual({
      verified: false,
      reason: 'not_a_presentation',
    });
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(await verify({ ...presentation, proof: { ...proof, deep } })).toMatchObject({
      verified: false,
    });
  });

  async function documentLoader(url: string): Promise<object> {
    const key = keys().find(({ id }) => id === url);
    const [controller] = url.split('#');
    const document = contexts.get(url) ??
      (key && {
        '@context': 'https://w3id.org/security/multikey/v1',
        id: url,
        type: 'Multikey',
        controller,
        publicKeyMultibase: key.publicKeyMultibase,
      }) ?? {
        '@context': 'https://www.w3.org/ns/did/v1',
        id: url,
        assertionMethod: [`${url}#key-1`],
        authentication: [`${url}#key-1`],
      };
    return { contextUrl: null, documentUrl: url, document };
  }

  it('signed by us verifies with the reference implementation', async () => {
    const result = await reference.verify({
      presentation: await sign(),
      suite: new DataIntegrityProof({ cryptosuite }),
      ...{ challenge, domain, documentLoader, now: NOW },
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('signed by the reference implementation verifies with us', async () => {
    const pair = await Ed25519Multikey.fromJwk({
      jwk: { ...holderJwk, id: holderKey.id, controller: holder },
      secretKey: true,
    });
    pair.id = holderKey.id;
    const signed = await reference.signPresentation({
      presentation: structuredClone(presentation),
      suite: new DataIntegrityProof({
        cryptosuite,
        signer: pair.signer(),
        date: '2026-03-01T12:00:00Z',
      }),
      ...{ challenge, domain, documentLoader },
    });
    expect(await verify(signed)).toMatchObject({ verified: true, holder });
  });
});
