import { gzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@grondslag/vocab';
import { base64urlnopad } from '@scure/base';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClaimVerifier } from '../claim/create-claim-verifier.ts';
import {
  CITIZEN,
  diploma,
  type Json,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import { trustListOf } from '../trust/trust-list.ts';
import { MIN_STATUS_LIST_BITS } from './status-bits.ts';

const RESOURCE = 'http://localhost:7100/fatima/facts/study/1';

let source: SampleSource;

beforeAll(async () => {
  source = await startSampleSource();
});
afterAll(() => source.stop());
afterEach(() => source.requests.splice(0));

const entry = (change: Json = {}) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: source.statusList,
  ...change,
});
const sign = async (credentialStatus: unknown = entry()) =>
  await source.sign(source.credential('DiplomaCredential', { diploma }, { credentialStatus }));

/** A verifier whose clock can be set forward. */
function createVerifier() {
  let now = NOW;
  const verifier = createClaimVerifier({
    sources: [source.participant],
    fetch,
    now: () => now,
  });
  return {
    verify: async (credential: unknown) => {
      const result = await verifier.verify(RESOURCE, JSON.stringify(credential), CITIZEN);
      return result.verified ? result.claim : result.leftOut;
    },
    later: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
      return now;
    },
  };
}
const verifyOnce = async (credentialStatus?: unknown) =>
  await createVerifier().verify(await sign(credentialStatus));

describe('a status list that is kept', () => {
  it('is asked for by its ETag when it is no longer fresh, and not verified again', async () => {
    await source.publish([]);
    const { verify, later } = createVerifier();
    const credential = await sign();
    await verify(credential);
    const at = later(60_000);
    expect(await verify(credential)).toMatchObject({ statusCheckedAt: at, holdsAt: at });
    await source.publish([7]);
    later(60_000);
    expect(await verify(credential)).toMatchObject({ reason: 'revoked' });
    expect(source.requests).toHaveLength(3);
  });

  it.each([
    [120_000, 120_000],
    [0, 0],
    [86_400_000, 300_000],
  ])('whose ttl is %d ms is kept for %d ms', async (ttl, keptFor) => {
    await source.publish([], {}, { ttl });
    const { verify, later } = createVerifier();
    const credential = await sign();
    await verify(credential);
    if (keptFor > 0) {
      later(keptFor - 1);
      await verify(credential);
    }
    expect(source.requests).toHaveLength(1);
    later(keptFor > 0 ? 1 : 0);
    await verify(credential);
    expect(source.requests).toHaveLength(2);
  });

  it('is not used after its validUntil, also when its server says that it is the same', async () => {
    await source.publish([], { validUntil: '2026-03-01T12:00:10Z' });
    const { verify, later } = createVerifier();
    const credential = await sign();
    expect(await verify(credential)).toMatchObject({ holdsAt: NOW });
    later(10_000);
    expect(await verify(credential)).not.toHaveProperty('reason');
    later(1);
    expect(await verify(credential)).toMatchObject({
      reason: 'status_unknown',
      statusProblem: 'STATUS_VERIFICATION_ERROR',
    });
  });

  it('is not used when its source became silent: nobody says then that it still holds', async () => {
    await source.publish([]);
    const { verify, later } = createVerifier();
    const credential = await sign();
    await verify(credential);
    source.bodies.delete('/status/1');
    later(60_000);
    expect(await verify(credential)).toMatchObject({
      reason: 'status_unknown',
      statusProblem: 'STATUS_RETRIEVAL_ERROR',
    });
  });

  it('is loaded anew when the trust list changed, because its key may be gone', async () => {
    await source.publish([]);
    const lists = [
      trustListOf([source.participant]),
      { ...trustListOf([source.participant]), version: 2 },
    ];
    const trust = { current: async () => lists.shift() ?? trustListOf([]) };
    const verifier = createClaimVerifier({ trust, fetch, now: () => NOW });
    const text = JSON.stringify(await sign());
    await verifier.verify(RESOURCE, text, CITIZEN);
    await verifier.verify(RESOURCE, text, CITIZEN);
    expect(source.requests).toHaveLength(2);
  });
});

describe('what a source says beside whether it holds', () => {
  const messages = [
    { status: '0x0', message: 'in behandeling' },
    { status: '0x1', message: 'bezwaar' },
    { status: '0x2', message: 'herzien' },
    { status: '0x3', message: 'gesloten' },
  ];
  const message = (change: Json = {}) =>
    entry({ statusPurpose: 'message', statusSize: 2, statusMessage: messages, ...change });

  it.each([
    [[], 0, 'in behandeling'],
    [[15], 1, 'bezwaar'],
    [[14], 2, 'herzien'],
    [[14, 15], 3, 'gesloten'],
  ])('is shown, and refuses nothing: bits %j', async (bits, value, words) => {
    const purposes = { statusPurpose: ['revocation', 'message'], ttl: 0 };
    await source.publish(bits, {}, purposes);
    const status = [entry({ statusListIndex: '90' }), message()];
    // 131,072 entries of two bits need twice the bits
    expect(await verifyOnce(status)).not.toHaveProperty('statusMessages');
    await source.publish(bits, {}, { ...purposes, encodedList: encode(bits, 2) });
    expect(await verifyOnce(status)).toMatchObject({
      statusMessages: [{ purpose: 'message', value, message: words }],
    });
  });

  it('can be that there is a newer version', async () => {
    await source.publish([8], {}, { statusPurpose: ['revocation', 'refresh'] });
    const refresh = entry({ statusPurpose: 'refresh', statusListIndex: '8' });
    expect(await verifyOnce([entry(), refresh])).toMatchObject({
      statusMessages: [{ purpose: 'refresh', value: 1 }],
    });
  });

  it('does not stand for a status: with a message alone nobody can say that it was revoked', async () => {
    expect(await verifyOnce([message()])).toMatchObject({ reason: 'status_unknown' });
    expect(source.requests).toEqual([]);
  });

  it('hides no revocation', async () => {
    await source.publish([7], {}, { statusPurpose: ['revocation', 'message', 'suspension'] });
    const suspended = entry({ statusPurpose: 'suspension' });
    for (const status of [
      [message(), entry()],
      [suspended, entry(), message()],
    ]) {
      expect(await verifyOnce(status)).toMatchObject({ reason: 'revoked' });
    }
  });

  it.each<[string, Json]>([
    ['sizes without messages', { statusMessage: [] }],
    ['fewer messages than values', { statusMessage: messages.slice(1) }],
    [
      'one value twice',
      { statusMessage: [...messages.slice(1), { ...messages[1], message: 'x' }] },
    ],
    [
      'a value that is none',
      { statusMessage: [...messages.slice(1), { status: '4', message: 'x' }] },
    ],
    ['a size of nothing', { statusSize: 0 }],
    ['half a bit', { statusSize: 1.5 }],
    ['a size beyond words', { statusSize: 32 }],
  ])('MALFORMED_VALUE_ERROR: %s', async (_, change) => {
    expect(await verifyOnce([entry(), message(change)])).toMatchObject({
      reason: 'status_unknown',
      statusProblem: 'MALFORMED_VALUE_ERROR',
    });
    expect(source.requests).toEqual([]);
  });
});

function encode(set: readonly number[], size: number): string {
  const bits = new Uint8Array((MIN_STATUS_LIST_BITS / 8) * size);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (7 - (index & 7)));
  return `u${base64urlnopad.encode(gzipSync(bits))}`;
}

describe('a bad status list is status_unknown, with the error of the standard', () => {
  const zipped = (bytes: Uint8Array) => `u${base64urlnopad.encode(bytes)}`;
  const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));

  it.each<[string, string, () => string]>([
    ['a gzip bomb', 'MALFORMED_VALUE_ERROR', () => zipped(bomb)],
    ['a truncated gzip bomb', 'MALFORMED_VALUE_ERROR', () => zipped(bomb.subarray(0, 30_000))],
    [
      'a truncated gzip',
      'MALFORMED_VALUE_ERROR',
      () => zipped(gzipSync(new Uint8Array(16_384)).subarray(0, -9)),
    ],
    [
      'bytes after the gzip',
      'MALFORMED_VALUE_ERROR',
      () => zipped(Buffer.concat([gzipSync(new Uint8Array(16_384)), Buffer.from('more')])),
    ],
    ['no gzip', 'MALFORMED_VALUE_ERROR', () => zipped(new Uint8Array(16_384))],
    [
      'no multibase',
      'MALFORMED_VALUE_ERROR',
      () => zipped(gzipSync(new Uint8Array(16_384))).slice(1),
    ],
    ['too few bits', 'STATUS_LIST_LENGTH_ERROR', () => zipped(gzipSync(new Uint8Array(16_383)))],
  ])('%s: %s', async (_, statusProblem, encodedList) => {
    await source.publish([], {}, { encodedList: encodedList() });
    expect(await verifyOnce()).toMatchObject({ reason: 'status_unknown', statusProblem });
  });

  it('an index beyond the list: RANGE_ERROR', async () => {
    await source.publish([]);
    expect(await verifyOnce(entry({ statusListIndex: '131072' }))).toMatchObject({
      statusProblem: 'RANGE_ERROR',
    });
    expect(await verifyOnce(entry({ statusListIndex: '131071' }))).not.toHaveProperty('reason');
  });

  it('a list for another purpose: STATUS_VERIFICATION_ERROR', async () => {
    await source.publish([], {}, { statusPurpose: 'suspension' });
    expect(await verifyOnce()).toMatchObject({ statusProblem: 'STATUS_VERIFICATION_ERROR' });
  });

  it('the list of another issuer, who is trusted too: STATUS_VERIFICATION_ERROR, not asked for', async () => {
    const other = await startSampleSource();
    const verifier = createClaimVerifier({
      sources: [source.participant, other.participant],
      fetch,
      now: () => NOW,
    });
    const credential = await sign(entry({ statusListCredential: other.statusList }));
    expect(await verifier.verify(RESOURCE, JSON.stringify(credential), CITIZEN)).toMatchObject({
      leftOut: { reason: 'status_unknown', statusProblem: 'STATUS_VERIFICATION_ERROR' },
    });
    expect(other.requests).toEqual([]);
    await other.stop();
  });
});

it('revoked, though a library says verified: true', async () => {
  await source.publish([7]);
  const credential = await sign();
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: source.key.id,
    type: 'Multikey',
    controller: source.participant.id,
    publicKeyMultibase: source.key.publicKeyMultibase,
  };
  const controller = {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: source.participant.id,
    assertionMethod: [source.key.id],
  };
  const own = new Map<string, object>([
    [source.key.id, method],
    [source.participant.id, controller],
    [source.statusList, JSON.parse(source.bodies.get('/status/1') ?? '')],
  ]);
  const library = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: contexts.get(url) ?? own.get(url),
    }),
    checkStatus: (options) =>
      checkStatus({ ...options, verifyBitstringStatusListCredential: true }),
    now: NOW,
  });
  expect(library).toMatchObject({ verified: true, statusResult: { results: [{ status: true }] } });
  expect(await createVerifier().verify(credential)).toMatchObject({ reason: 'revoked' });
});
