import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as reference from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { base64urlnopad } from '@scure/base';
import { encode } from 'cborg';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveCredential } from '../issue/derive-credential.ts';
import { issueCredential } from '../issue/issue-credential.ts';
import { concatBytes } from '../proof/concat-bytes.ts';
import {
  type EcPrivateJwk,
  generateEcdsaSigningKey,
  type SigningKey,
} from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { createReferenceLoader } from '../test-support/reference-loader.ts';
import { CITIZEN, income, type Json, NOW, SIGNED_AT } from '../test-support/samples.ts';
import {
  type DerivedProofValue,
  readDerivedProofValue,
  writeDerivedProofValue,
} from './ecdsa-sd/proof-values.ts';

const issuer = 'https://source.example/';
const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer,
  validFrom: '2026-01-05T09:00:00Z',
  validUntil: '2027-01-05T09:00:00Z',
  credentialSubject: {
    id: CITIZEN,
    income: [income, { ...income, year: '2024', amount: '20000.00' }],
  },
};
const year2025 = ['/credentialSubject/income/0'];
const invalid = { verified: false, reason: 'invalid_proof' };

let key: SigningKey;
let jwk: EcPrivateJwk;
let base: Json;
let derived: Json & { proof: Json };

beforeAll(async () => {
  ({ key, privateKeyJwk: jwk } = await generateEcdsaSigningKey(`${issuer}#key-1`, 'P-256'));
  base = await issueCredential(credential, {
    suite: 'ecdsa-sd-2023',
    key,
    now: SIGNED_AT,
    status: { list: 'https://source.example/status/1', index: 7, purpose: 'revocation' },
  });
  derived = (await deriveCredential(base, year2025)) as never;
});

const keyOf = (id: string) => (id === key.id ? key.publicKeyMultibase : undefined);
const verify = (document: unknown) => verifyProof(document, keyOf);

/** The derived credential with another content of its proof. */
function tampered(change: (proof: DerivedProofValue) => Partial<DerivedProofValue>): unknown {
  const value = readDerivedProofValue(String(derived.proof['proofValue'])) as DerivedProofValue;
  const proofValue = writeDerivedProofValue({ ...value, ...change(value) });
  return { ...derived, proof: { ...derived.proof, proofValue } };
}

describe(deriveCredential, () => {
  it('shows what was asked and what is mandatory, and nothing else', async () => {
    const result = await verify(derived);
    expect(result).toMatchObject({ verified: true, cryptosuite: 'ecdsa-sd-2023' });
    expect(JSON.stringify(derived)).not.toContain('20000.00');
    expect(result.verified && result.canonical).toContain('"21430.50"');
    expect(derived).toMatchObject({
      issuer,
      validUntil: credential.validUntil,
      credentialStatus: { statusListIndex: '7' },
      credentialSubject: { id: CITIZEN, income: [income] },
    });
  });

  it('shows the mandatory part alone when nothing else is asked', async () => {
    const least = await deriveCredential(base, []);
    expect(await verify(least)).toMatchObject({ verified: true });
    expect(least).toMatchObject({ credentialSubject: { id: CITIZEN } });
    expect(JSON.stringify(least)).not.toContain('amount');
  });

  it('shows all when all is asked', async () => {
    const all = await deriveCredential(base, ['/credentialSubject']);
    expect(await verify(all)).toMatchObject({ verified: true });
    expect(all['credentialSubject']).toEqual(credential.credentialSubject);
  });

  it.each([
    '',
    'credentialSubject',
    '/nothing',
    '/__proto__',
    '/constructor',
    '/credentialSubject/income/length',
    '/credentialSubject/income/00',
    '/credentialSubject/income/2',
    '/~2',
  ])('refuses the pointer %j', async (pointer) => {
    await expect(deriveCredential(base, [pointer])).rejects.toMatchObject({
      code: 'invalid_pointer',
    });
  });

  it('refuses a credential that was derived already, or is of another suite', async () => {
    for (const other of [derived, credential]) {
      await expect(deriveCredential(other, year2025)).rejects.toMatchObject({
        code: 'invalid_proof_value',
      });
    }
  });

  it('refuses to sign what the library would find by its text', async () => {
    for (const year of ['_:b0', '<urn:bnid:_x>']) {
      const odd = {
        ...credential,
        credentialSubject: { id: CITIZEN, income: { ...income, year } },
      };
      await expect(
        issueCredential(odd, { suite: 'ecdsa-sd-2023', key, now: SIGNED_AT }),
      ).rejects.toMatchObject({ code: 'invalid_document' });
    }
  });
});

describe('a derived proof', () => {
  it('does not verify with any other statement, more statements, or fewer', async () => {
    const shown = derived['credentialSubject'] as { income: Json[] };
    const [first] = shown.income;
    for (const changed of [
      [{ ...first, amount: '99999.99' }],
      [{ ...first, note: 'urn:x' }],
      [first, { ...first, year: '2024' }],
      [],
    ]) {
      const subject = { ...shown, income: changed };
      expect((await verify({ ...derived, credentialSubject: subject })).verified).toBe(false);
    }
    const { validUntil: _, ...endless } = derived;
    expect(await verify(endless)).toEqual(invalid);
    const { credentialStatus: __, ...unrevocable } = derived;
    expect(await verify(unrevocable)).toEqual(invalid);
  });

  it.each<[string, (proof: DerivedProofValue) => Partial<DerivedProofValue>]>([
    ['a signature less', ({ signatures }) => ({ signatures: signatures.slice(1) })],
    ['signatures in another order', ({ signatures }) => ({ signatures: signatures.toReversed() })],
    [
      'a mandatory statement said to be another',
      ({ mandatoryIndexes }) => ({ mandatoryIndexes: mandatoryIndexes.slice(1) }),
    ],
    [
      'an index that comes twice',
      ({ mandatoryIndexes }) => ({ mandatoryIndexes: [...mandatoryIndexes, 0] }),
    ],
    [
      'an index of no statement',
      ({ mandatoryIndexes }) => ({ mandatoryIndexes: [...mandatoryIndexes, 900] }),
    ],
    ['no labels', () => ({ labels: new Map() })],
    [
      'a key for statements of its own',
      ({ statementKey }) => ({ statementKey: flip(statementKey) }),
    ],
    ['a key that is no key', () => ({ statementKey: new Uint8Array(35) })],
    [
      'a signature of the issuer with a bit changed',
      ({ baseSignature }) => ({ baseSignature: flip(baseSignature) }),
    ],
  ])('does not verify with %s', async (_, change) => {
    expect(await verify(tampered(change))).toEqual(invalid);
  });

  it('does not let two nodes stand for one that was signed', async () => {
    const all = (await deriveCredential(base, ['/credentialSubject'])) as Json & { proof: Json };
    const value = readDerivedProofValue(String(all.proof['proofValue'])) as DerivedProofValue;
    const [one] = [...value.labels.values()];
    const labels = new Map([...value.labels.keys()].map((label) => [label, one as string]));
    const proofValue = writeDerivedProofValue({ ...value, labels });
    expect(await verify({ ...all, proof: { ...all.proof, proofValue } })).toEqual(invalid);
  });

  it.each([
    ['a base proof', () => base['proof'] as Json],
    ['text', () => ({ proofValue: 'u' })],
    ['another base', () => ({ proofValue: `z${'2'.repeat(80)}` })],
    ['CBOR that never ends', () => ({ proofValue: written(Uint8Array.of(0x9f, 0x9f, 0x9f)) })],
    [
      'a list said to be of four billion',
      () => ({ proofValue: written(Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff)) }),
    ],
    [
      'lists in lists, ten thousand deep',
      () => ({ proofValue: written(new Uint8Array(10_000).fill(0x81)) }),
    ],
    ['ten megabytes', () => ({ proofValue: `u${'A'.repeat(10_000_000)}` })],
    [
      'ten thousand signatures',
      () => ({
        proofValue: written(
          encode([
            new Uint8Array(64),
            new Uint8Array(35),
            Array.from({ length: 10_000 }, () => new Uint8Array(64)),
            new Map(),
            [],
          ]),
        ),
      }),
    ],
  ])('is refused as %s', async (_, change) => {
    expect(await verify({ ...derived, proof: { ...derived.proof, ...change() } })).toEqual(invalid);
  });

  it('does not verify under a key of another kind', async () => {
    const { key: p384 } = await generateEcdsaSigningKey(key.id, 'P-384');
    expect(await verifyProof(derived, () => p384.publicKeyMultibase)).toEqual(invalid);
  });
});

describe('the reference implementation', () => {
  it('verifies what we derive', async () => {
    const result = await vc.verifyCredential({
      credential: derived as object,
      suite: new DataIntegrityProof({ cryptosuite: reference.createVerifyCryptosuite() }),
      documentLoader,
      checkStatus: async () => ({ verified: true }),
      now: NOW,
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('signs and derives what we verify, and its base proofs derive here', async () => {
    const pair = await EcdsaMultikey.fromJwk({
      jwk: { ...jwk, id: key.id, controller: issuer },
      secretKey: true,
    });
    pair.id = key.id;
    const mandatoryPointers = ['/issuer', '/validFrom', '/validUntil', '/credentialSubject/id'];
    const signed = await vc.issue({
      credential: structuredClone(credential),
      suite: new DataIntegrityProof({
        cryptosuite: reference.createSignCryptosuite({ mandatoryPointers }),
        signer: pair.signer(),
        date: '2026-01-05T09:00:00Z',
      }),
      documentLoader,
      now: NOW,
    });
    const theirs = await vc.derive({
      verifiableCredential: signed,
      suite: new DataIntegrityProof({
        cryptosuite: reference.createDiscloseCryptosuite({ selectivePointers: year2025 }),
      }),
      documentLoader,
    });
    const ours = await deriveCredential(signed, year2025);
    expect(ours).toEqual(theirs);
    expect(await verify(theirs)).toMatchObject({ verified: true });
  });
});

function flip(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  changed[20] = (changed[20] ?? 0) ^ 1;
  return changed;
}

function written(cbor: Uint8Array): string {
  return `u${base64urlnopad.encode(concatBytes(Uint8Array.of(0xd9, 0x5d, 0x01), cbor))}`;
}

const documentLoader = createReferenceLoader(issuer, () => key);
