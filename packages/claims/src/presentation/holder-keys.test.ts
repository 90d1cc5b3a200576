import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCredential } from '../issue/issue-credential.ts';
import { createKeyResolver } from '../issuers/create-key-resolver.ts';
import type { KeyPurpose, KeyResolver } from '../issuers/key-resolution.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import { CITIZEN, income, type Json, NOW } from '../test-support/samples.ts';
import { signPresentation } from './sign-presentation.ts';
import { verifyPresentation } from './verify-presentation.ts';

const ISSUER = 'did:web:source.example';
const HOLDER = 'did:web:wallets.example:anna';
const challenge = 'f2b0a4';
const domain = 'https://agency.example/';

let issuerKey: SigningKey;
let holderKey: SigningKey;
let credential: object;
/** What the hosts of others have, by address. */
let documents: Record<string, Json>;
let requests: string[];

function documentOf(did: string, { id, publicKeyMultibase }: SigningKey, purpose: KeyPurpose) {
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase };
  return { id: did, verificationMethod: [method], [purpose]: [id] };
}

beforeAll(async () => {
  ({ key: issuerKey } = await generateSigningKey(`${ISSUER}#key-1`));
  ({ key: holderKey } = await generateSigningKey(`${HOLDER}#key-1`));
  const claim = {
    '@context': [CREDENTIALS_V2, CLAIMS_V1],
    id: 'https://source.example/credentials/1',
    type: ['VerifiableCredential', 'IncomeCredential'],
    issuer: ISSUER,
    validFrom: '2026-01-05T09:00:00Z',
    credentialSubject: { id: CITIZEN, income },
  };
  credential = await issueCredential(claim, {
    suite: 'eddsa-rdfc-2022',
    key: issuerKey,
    now: NOW,
  });
});
beforeEach(() => {
  requests = [];
  documents = {
    'https://source.example/.well-known/did.json': documentOf(ISSUER, issuerKey, 'assertionMethod'),
    'https://wallets.example/anna/did.json': documentOf(HOLDER, holderKey, 'authentication'),
  };
});

const askHosts: typeof fetch = async (url) => {
  requests.push(String(url));
  const document = documents[String(url)];
  return document ? Response.json(document) : new Response('', { status: 404 });
};
const resolver = () =>
  createKeyResolver({
    methods: ['did:key', 'did:web'],
    hosts: ['source.example', 'wallets.example'],
    fetch: askHosts,
    now: () => NOW,
  });

function sign(holder: string, key: SigningKey, shown: readonly object[] = [credential]) {
  const presentation = {
    '@context': [CREDENTIALS_V2],
    id: 'urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5',
    type: 'VerifiablePresentation',
    holder,
    verifiableCredential: shown,
  };
  return signPresentation(presentation, {
    ...{ suite: 'eddsa-rdfc-2022', key, now: NOW, challenge, domain },
  });
}
const verify = (signed: unknown, resolveKey: KeyResolver = resolver()) =>
  verifyPresentation(signed, { resolveKey, challenge, domain, now: () => NOW });

describe('the key of a holder', () => {
  it('is found in a did:web document, that of the issuer too', async () => {
    expect(await verify(await sign(HOLDER, holderKey))).toMatchObject({
      verified: true,
      holder: HOLDER,
      credentials: [{ verified: true, verificationMethod: issuerKey.id }],
    });
    expect(requests).toEqual([
      'https://wallets.example/anna/did.json',
      'https://source.example/.well-known/did.json',
    ]);
  });

  it('may be in its name', async () => {
    const did = `did:key:${holderKey.publicKeyMultibase}`;
    const key = { ...holderKey, id: `${did}#${holderKey.publicKeyMultibase}` };
    expect(await verify(await sign(did, key))).toMatchObject({ verified: true, holder: did });
  });

  it('must be for authentication, and that of an issuer for assertions', async () => {
    const asserting = documentOf(HOLDER, holderKey, 'assertionMethod');
    const signed = await sign(HOLDER, holderKey);
    const own = documents['https://wallets.example/anna/did.json'] as Json;
    documents['https://wallets.example/anna/did.json'] = asserting;
    expect(await verify(signed)).toMatchObject({ reason: 'unknown_key' });
    documents['https://wallets.example/anna/did.json'] = own;
    const authenticating = documentOf(ISSUER, issuerKey, 'authentication');
    documents['https://source.example/.well-known/did.json'] = authenticating;
    expect(await verify(signed)).toMatchObject({ reason: 'credential_not_verified' });
  });

  it('of an issuer cannot show what it issued: it is not for authentication', async () => {
    expect(await verify(await sign(ISSUER, issuerKey))).toMatchObject({ reason: 'unknown_key' });
  });

  it('does not speak for another holder of the same host', async () => {
    const signed = await sign('did:web:wallets.example:bob', holderKey);
    expect(await verify(signed)).toMatchObject({ reason: 'wrong_holder' });
  });

  it('is asked for at no host that a stranger chose', async () => {
    const did = 'did:web:stranger.example';
    const key = { ...holderKey, id: `${did}#key-1` };
    expect(await verify(await sign(did, key))).toMatchObject({ reason: 'unknown_key' });
    expect(requests).toEqual([]);
  });

  it('is what issuers are asked for after: nobody else is asked when it does not hold', async () => {
    const signed = await sign(HOLDER, holderKey);
    await verify({ ...signed, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' });
    expect(requests).toEqual(['https://wallets.example/anna/did.json']);
  });

  it('is one of 64 that are looked for, however many the credentials name', async () => {
    const proof = Array.from({ length: 16 }, (_, at) => at);
    const shown = Array.from({ length: 10 }, (_, place) => ({
      ...credential,
      proof: proof.map((at) => ({
        ...(credential as { proof: object }).proof,
        verificationMethod: `did:web:wallets.example:${place}-${at}#key-1`,
      })),
    }));
    expect(await verify(await sign(HOLDER, holderKey, shown))).toMatchObject({
      reason: 'credential_not_verified',
    });
    expect(requests).toHaveLength(64);
  });

  it('counts only for the purpose that a resolver says it found it for', async () => {
    const careless: KeyResolver = (method, at) => resolver()(method, at);
    documents['https://wallets.example/anna/did.json'] = {
      ...documentOf(HOLDER, holderKey, 'authentication'),
      assertionMethod: [holderKey.id],
    };
    expect(await verify(await sign(HOLDER, holderKey), careless)).toMatchObject({
      reason: 'unknown_key',
    });
  });
});
