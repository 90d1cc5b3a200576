import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { hashProof } from '../proof/hash-proof.ts';
import { encodeBase58 } from '../proof/multikey.ts';
import { createSodiumCrypto, webCrypto } from '../proof/platform-crypto.ts';
import { signCredential } from '../proof/sign-credential.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { NOW, SIGNED_AT } from '../test-support/samples.ts';
import { type CanonicalCredential, verifyCanonical } from './verify-canonical.ts';

const METHOD = 'https://source.example/#key-1';
let key: SigningKey;
let stored: CanonicalCredential;
let signed: Awaited<ReturnType<typeof sign>>;

const document = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: {
    id: 'https://vault.example/anna#me',
    income: { type: 'Income', year: '2025', amount: '21430.50', currency: 'EUR' },
  },
};

const sign = () => signCredential(document, key, SIGNED_AT);
const publicKey = (method: string) => (method === METHOD ? key.publicKeyMultibase : undefined);
const verify = (changes: Partial<CanonicalCredential>, find = publicKey) =>
  verifyCanonical({ ...stored, ...changes }, find, () => NOW);

/** A good signature, by the right key, over whatever text. */
async function signTexts(canonical: string, proofConfig: string): Promise<CanonicalCredential> {
  const { message } = await hashProof(proofConfig, canonical);
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, message);
  return { canonical, proofConfig, proofValue: encodeBase58(new Uint8Array(signature)) };
}

beforeAll(async () => {
  ({ key } = await generateSigningKey(METHOD));
  signed = await sign();
  const { proofValue, ...config } = signed.proof;
  stored = {
    canonical: await canonicalize(document),
    proofConfig: await canonicalize({ '@context': document['@context'], ...config }),
    proofValue,
  };
});

describe('a credential kept in canonical form', () => {
  it('is verified as its JSON-LD is, on each platform', async () => {
    const expected = await verifyProof(signed, publicKey, () => NOW);
    expect(expected.verified).toBe(true);
    expect(await verify({})).toEqual(expected);
    const { default: sodium } = await import('sodium-native');
    for (const platform of [webCrypto, createSodiumCrypto(sodium)]) {
      expect(await verifyCanonical(stored, publicKey, () => NOW, { platform })).toEqual(expected);
    }
  });

  it('is refused when a value was changed', async () => {
    const canonical = stored.canonical.replace('21430.50', '91430.50');
    expect(await verify({ canonical })).toEqual({ verified: false, reason: 'invalid_proof' });
    const proofConfig = stored.proofConfig.replace('2026-01-05', '2025-01-05');
    expect(await verify({ proofConfig })).toEqual({ verified: false, reason: 'invalid_proof' });
  });

  it('is refused with the proof of another document', async () => {
    const other = await signCredential({ ...document, id: `${document.id}0` }, key, SIGNED_AT);
    const { proofValue } = other.proof;
    expect(await verify({ proofValue })).toEqual({ verified: false, reason: 'invalid_proof' });
  });

  it('is refused when a statement was added, left out, relabelled or put in a graph', async () => {
    const lines = stored.canonical.split(/(?<=\n)/);
    for (const canonical of [
      lines.slice(0, -1).join(''),
      `${stored.canonical}_:c14n0 <urn:z> "z" .\n`,
      stored.canonical.replaceAll('_:c14n0', '_:c14n1'),
      stored.canonical.replace(/ \.\n$/, ' <urn:g> .\n'),
      [...lines, lines.at(-1)].join(''),
    ]) {
      expect((await verify({ canonical })).verified).toBe(false);
    }
  });

  it('is refused under the key of another, or a key of another kind', async () => {
    expect(await verify({}, () => undefined)).toEqual({ verified: false, reason: 'unknown_key' });
    const { key: other } = await generateSigningKey(METHOD);
    expect(await verify({}, () => other.publicKeyMultibase)).toEqual({
      verified: false,
      reason: 'invalid_proof',
    });
    const p256 = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';
    expect(await verify({}, () => p256)).toEqual({ verified: false, reason: 'unknown_key' });
  });

  it.each([
    [
      'lines in another order',
      (text: string) =>
        `${text
          .split(/(?<=\n)/)
          .reverse()
          .join('')}`,
    ],
    ['a line twice', (text: string) => text.replace(/^.*\n/, '$&$&')],
    ['a label of its own', (text: string) => text.replaceAll('_:c14n0', '_:c14n7')],
    ['two spaces', (text: string) => text.replace(' ', '  ')],
    ['half a character', (text: string) => text.replace('EUR', '\ud800')],
    ['lines that end as on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['something after the last line', (text: string) => `${text}# verified`],
    ['a statement in a graph', (text: string) => `${text}_:c14n0 <urn:z> "z" <urn:g> .\n`],
    ['nothing at the end of its last line', (text: string) => text.slice(0, -1)],
  ])('is refused, well signed as it may be, with %s', async (_, change) => {
    const forged = await signTexts(change(stored.canonical), stored.proofConfig);
    expect(await verify(forged)).toEqual({ verified: false, reason: 'not_a_credential' });
  });

  it.each([
    ['another purpose', (text: string) => text.replace('#assertionMethod', '#authentication')],
    ['another suite', (text: string) => text.replace('eddsa-rdfc-2022', 'eddsa-jcs-2022')],
    ['a date that is none', (text: string) => text.replace('2026-01-05T', '2026-13-05T')],
    ['a statement more', (text: string) => `${text}<urn:a> <urn:b> <urn:c> .\n`],
    ['a method twice', (text: string) => text.replace(/.*verificationMethod.*\n/, '$&$&')],
  ])('is refused, well signed as it may be, with a proof that has %s', async (_, change) => {
    const forged = await signTexts(stored.canonical, change(stored.proofConfig));
    expect(await verify(forged)).toEqual({ verified: false, reason: 'invalid_proof' });
  });
});
