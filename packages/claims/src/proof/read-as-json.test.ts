import { CREDENTIALS_V1, gc } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalizeChecked } from '../canonicalize/canonicalize.ts';
import { accessGrant } from '../test-support/access-credential.ts';
import { type Json, SIGNED_AT } from '../test-support/samples.ts';
import { signCredential } from './sign-credential.ts';
import { generateSigningKey, type SigningKey } from './signing-key.ts';
import { verifyProof } from './verify-proof.ts';

let key: SigningKey;
let signed: typeof accessGrant & { proof: object };

beforeAll(async () => {
  ({ key } = await generateSigningKey('http://localhost:7101/#key-1'));
  signed = await signCredential(accessGrant, key, SIGNED_AT);
});

const verify = (credential: unknown) => verifyProof(credential, () => key.publicKeyMultibase);

/** The signed grant with members of its consent replaced; `undefined` removes. */
function withConsent(change: Json, more: Json = {}): Json {
  const consent = { ...signed.credentialSubject.providedConsent, ...change };
  const providedConsent = Object.fromEntries(
    Object.entries(consent).filter(([, value]) => value !== undefined),
  );
  return {
    ...signed,
    ...more,
    credentialSubject: { ...signed.credentialSubject, providedConsent },
  };
}

describe('the same RDF written as other JSON', () => {
  it.each<[string, Json]>([
    ['one value instead of a list of one', { mode: 'http://www.w3.org/ns/auth/acl#Read' }],
    ['a short mode', { mode: ['Read'] }],
    ['a short status', { hasStatus: 'ConsentStatusExplicitlyGiven' }],
    ['a boolean as text', { inherit: 'false' }],
    ['single values all over', { forPersonalData: 'http://localhost:7100/fatima/facts/income/' }],
  ])('verifies with %s', async (_, change) => {
    expect(await verify(withConsent(change))).toMatchObject({ verified: true });
  });

  it('signs and verifies a field of the agency that only another context has a term for', async () => {
    const { providedConsent } = accessGrant.credentialSubject;
    const credential = {
      ...accessGrant,
      credentialSubject: {
        ...accessGrant.credentialSubject,
        providedConsent: { ...providedConsent, 'https://schema.org/description': 'dossier 12' },
      },
    };
    const own = await signCredential(credential, key, SIGNED_AT);
    expect(await verify(own)).toMatchObject({ verified: true });
  });

  it('does not verify with a member named __proto__, wherever it is', async () => {
    const member = JSON.parse('{"__proto__":{"mode":"Write"}}') as Json;
    expect(await verify(withConsent(member))).toMatchObject({ reason: 'not_a_credential' });
    const proof = { ...signed.proof, ...member };
    expect(await verify({ ...signed, proof })).toMatchObject({ reason: 'invalid_proof' });
  });

  it.each<[string, Json]>([
    ['an empty one', { forPurpose: [''] }],
    ['a keyword', { forPersonalData: ['http://localhost:7100/fatima/', '@index'] }],
  ])('does not verify with an IRI that JSON-LD drops: %s', async (_, change) => {
    expect(await verify(withConsent(change))).toMatchObject({ reason: 'not_a_credential' });
  });

  it('does not verify when what it says has changed', async () => {
    expect(await verify(withConsent({ inherit: true }))).toMatchObject({ reason: 'invalid_proof' });
    expect(await verify(withConsent({ mode: ['Read', 'Write'] }))).toMatchObject({
      verified: false,
    });
    expect(await verify(withConsent({ hasStatus: gc.ConsentStatusDenied }))).toMatchObject({
      verified: false,
    });
  });
});

describe('the same RDF written so that a reader of JSON would miss a limit', () => {
  const INHERIT = 'urn:uuid:71ab2f68-a68b-4452-b968-dd23e0570227';
  const { expirationDate, ...endless } = { ...accessGrant };
  const cases: [string, () => Json][] = [
    ['under its absolute IRI', () => withConsent({ inherit: undefined, [INHERIT]: false })],
    ['with a prefix', () => withConsent({ mode: undefined, 'acl:mode': { id: 'acl:Read' } })],
    [
      'in a node of its own',
      () =>
        withConsent(
          { id: '_:b0', inherit: undefined },
          { '@included': [{ id: '_:b0', inherit: false }] },
        ),
    ],
    [
      'in a graph',
      () => ({
        '@context': signed['@context'],
        '@graph': [
          { ...endless, proof: undefined },
          { id: signed.id, expirationDate },
        ],
        proof: signed.proof,
      }),
    ],
    [
      'with the expiry under its absolute IRI',
      () => ({
        ...endless,
        'https://www.w3.org/2018/credentials#expirationDate': {
          '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
          '@value': expirationDate,
        },
        proof: signed.proof,
      }),
    ],
  ];

  it.each(cases)('does not verify: %s', async (_, credential) => {
    expect(await verify(credential())).toEqual({ verified: false, reason: 'not_a_credential' });
  });

  it('would otherwise verify: the RDF is the same', async () => {
    const bare = ({ proof: _, ...document }: Json) => canonicalizeChecked(document);
    expect(await bare(withConsent({ inherit: undefined, [INHERIT]: false }))).toBe(
      await bare(signed),
    );
  });

  it('does not verify with an inline context that swaps two terms', async () => {
    const swapped = {
      ...signed,
      '@context': [CREDENTIALS_V1, { isProvidedTo: 'https://w3id.org/GConsent#forPersonalData' }],
    };
    expect(await verify(swapped)).toEqual({ verified: false, reason: 'unknown_context' });
  });
});
