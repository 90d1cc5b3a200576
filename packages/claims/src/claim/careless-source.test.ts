import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProof } from '../issue/create-proof.ts';
import { deriveCredential } from '../issue/derive-credential.ts';
import { issueCredential } from '../issue/issue-credential.ts';
import { generateEcdsaSigningKey, type SigningKey } from '../proof/signing-key.ts';
import {
  CITIZEN,
  income,
  type Json,
  type SampleSource,
  SIGNED_AT,
  startSampleSource,
} from '../test-support/samples.ts';
import type { TrustedIssuer } from '../trust/trust-list.ts';
import { createClaimVerifier } from './create-claim-verifier.ts';

let source: SampleSource;
let key: SigningKey;
let credential: Json;
const created = SIGNED_AT;
const AFTER_ITS_END = new Date('2027-06-01T12:00:00Z');

beforeAll(async () => {
  source = await startSampleSource();
  ({ key } = await generateEcdsaSigningKey(`${source.participant.id}#key-2`, 'P-256'));
  await source.publish([9]);
  const entry = (index: string) => ({
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: source.statusList,
  });
  credential = source.credential(
    'IncomeCredential',
    { income },
    { credentialStatus: [entry('7'), entry('9')] },
  );
});
afterAll(() => source.stop());

/** As a source with software of its own might: of what every reader needs, this alone is mandatory. */
async function signWithOnly(alone: string) {
  const mandatoryPointers = ['/issuer', '/validFrom', alone];
  const options = { suite: 'ecdsa-sd-2023', key, created, mandatoryPointers } as const;
  return { ...credential, proof: await createProof(credential, options) };
}

/** All of the fact, and as little else as can be shown. */
async function show(issued: object, more: string[] = []) {
  const pointers = ['/id', '/type', '/credentialSubject', ...more];
  return JSON.stringify(await deriveCredential(issued, pointers));
}
async function verify(text: string, now: Date, statusPurposes?: TrustedIssuer['statusPurposes']) {
  const keys = { ...source.participant.keys, [key.id]: key.publicKeyMultibase };
  const sources = [{ ...source.participant, keys, ...(statusPurposes && { statusPurposes }) }];
  const verifier = createClaimVerifier({ sources, fetch, now: () => now });
  const outcome = await verifier.verify('http://vault.example/1', text, CITIZEN);
  return outcome.verified ? 'verified' : outcome.leftOut.reason;
}

describe('a holder who shows a whole fact without its end, or without the status that was revoked', () => {
  it('cannot, of what issueCredential made', async () => {
    const issued = await issueCredential(credential, { suite: 'ecdsa-sd-2023', key, now: created });
    expect(await verify(await show(issued), AFTER_ITS_END)).toBe('expired');
    expect(await verify(await show(issued), created)).toBe('revoked');
  });

  it('cannot leave out the end, though its source let it: status_unknown', async () => {
    const issued = await signWithOnly('/credentialStatus');
    expect(await verify(await show(issued), AFTER_ITS_END)).toBe('status_unknown');
    expect(await verify(await show(issued, ['/validUntil']), AFTER_ITS_END)).toBe('expired');
    expect(await verify(await show(issued, ['/validUntil']), created)).toBe('revoked');
  });

  it('cannot leave out a status that the trust list says is always there: status_missing', async () => {
    const two = ['revocation', 'revocation'] as const;
    const issued = await signWithOnly('/validUntil');
    const some = (...index: number[]) =>
      show(
        issued,
        index.map((one) => `/credentialStatus/${one}`),
      );
    const as = async (text: string, ...purposes: ('revocation' | 'suspension')[]) =>
      verify(text, created, { [g.IncomeCredential]: purposes });
    for (const text of [await some(0), await some(1), await some()]) {
      expect(await as(text, ...two)).toBe('status_missing');
    }
    expect(await as(await some(0, 1), ...two)).toBe('revoked');
    expect(await as(await some(0), 'revocation')).toBe('verified');
    expect(await as(await some(0), 'revocation', 'suspension')).toBe('status_missing');
  });

  it('cannot show a whole fact without it either, however it is signed', async () => {
    const text = JSON.stringify(
      await source.sign(source.credential('IncomeCredential', { income })),
    );
    const purposes = (claimType: string) => ({ [claimType]: ['suspension' as const] });
    expect(await verify(text, created, purposes(g.IncomeCredential))).toBe('status_missing');
    expect(await verify(text, created, purposes(g.DiplomaCredential))).toBe('verified');
  });

  it('can leave out one of two statuses when its source let that and the trust list does not say that there are two', async () => {
    const issued = await signWithOnly('/validUntil');
    const some = (index: number) => show(issued, [`/credentialStatus/${index}`]);
    expect(await verify(await some(0), created)).toBe('verified');
    expect(await verify(await some(1), created)).toBe('revoked');
    expect(await verify(await show(issued), created)).toBe('status_unknown');
  });
});
