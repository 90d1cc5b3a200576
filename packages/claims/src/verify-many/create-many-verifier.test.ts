import { hash } from 'node:crypto';
import { CREDENTIALS_V2, g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContexts } from '../canonicalize/create-contexts.ts';
import { createClaimVerifier, MAX_CREDENTIAL_BYTES } from '../claim/create-claim-verifier.ts';
import type { ClaimVerification } from '../claim/verified-claim.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { signCredential } from '../proof/sign-credential.ts';
import {
  CITIZEN,
  income,
  type Json,
  NOW,
  type SampleSource,
  SIGNED_AT,
  startSampleSource,
} from '../test-support/samples.ts';
import { trustListOf } from '../trust/trust-list.ts';
import {
  createManyVerifier,
  type FailedVerification,
  type ManyVerifierOptions,
} from './create-many-verifier.ts';
import type { CredentialToVerify } from './messages.ts';

const CLUB = 'https://club.example/contexts/v1';
let source: SampleSource;
let good: Json;
let revoked: Json;

beforeAll(async () => {
  source = await startSampleSource();
  good = await signed({});
  revoked = await signed({ credentialStatus: statusAt('9') });
  await source.publish([9]);
});
afterAll(() => source.stop());

function statusAt(index: string, list = source.statusList): Json {
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: list,
  };
}

function signed(more: Json, facts: Json = { income }): Promise<Json> {
  return source.sign(source.credential('IncomeCredential', facts, more));
}

function stored(credential: unknown, serial = 0, citizen = CITIZEN): CredentialToVerify {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  return { resource: `https://vault.example/fact-${serial}`, text, citizen };
}

async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function verifyAll(
  credentials: Iterable<CredentialToVerify> | AsyncIterable<CredentialToVerify>,
  more: Partial<ManyVerifierOptions> = {},
): Promise<(ClaimVerification | FailedVerification)[]> {
  const verifier = createManyVerifier({
    sources: [source.participant],
    fetch,
    now: () => NOW,
    threads: 2,
    ...more,
  } as ManyVerifierOptions);
  try {
    return await toArray(verifier.verify(credentials));
  } finally {
    await verifier.close();
  }
}

describe('verifying many credentials in threads', () => {
  it('says of each what verifying it alone says', async () => {
    const { proof, ...unsigned } = good;
    const credentials = [
      good,
      revoked,
      unsigned,
      '{"half":',
      `"${'x'.repeat(MAX_CREDENTIAL_BYTES)}"`,
      { ...good, issuer: 'https://stranger.example/' },
      { ...good, credentialSubject: { id: CITIZEN, income: { ...income, amount: '1.00' } } },
      { ...good, proof: { ...(proof as Json), verificationMethod: 'https://stranger.example/#k' } },
      { ...good, '@context': [CREDENTIALS_V2, 'https://unknown.example/context'] },
      await signed({ validUntil: '2026-02-01T00:00:00Z' }),
      await signed({ validFrom: '2026-04-01T00:00:00Z' }),
      await signed({ credentialStatus: statusAt('1', `${source.participant.id}status/none`) }),
      await signed({ credentialStatus: statusAt('99999999') }),
      await signed({}, { income: { ...income, amount: '€\u{1F600}' } }),
    ].map((credential, serial) => stored(credential, serial));
    credentials.push(stored(good, 99, 'https://vault.example/somebody-else#me'));

    const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
    const alone: ClaimVerification[] = [];
    for (const { resource, text, citizen } of credentials) {
      alone.push(await verifier.verify(resource, text, citizen));
    }
    expect(await verifyAll(credentials)).toEqual(alone);
    const sodium = import.meta.resolve('sodium-native');
    expect(await verifyAll(credentials, { sodium })).toEqual(alone);
    expect(new Set(alone.map((one) => (one.verified ? 'verified' : one.leftOut.reason))).size).toBe(
      12,
    );
  });

  it('answers in the order in which they came, over many parts', async () => {
    const total = 2_345;
    const credentials = Array.from({ length: total }, (_, serial) =>
      stored(serial % 7 === 0 ? '[]' : good, serial),
    );
    const all = await verifyAll(credentials);
    const seen = all.map((one) =>
      one.verified ? one.claim.resource : 'leftOut' in one && one.leftOut.resource,
    );
    expect(seen).toEqual(credentials.map(({ resource }) => resource));
    expect(all.filter(({ verified }) => verified)).toHaveLength(total - Math.ceil(total / 7));
  });

  it('reads no further ahead than two parts for each thread', async () => {
    let read = 0;
    async function* endless() {
      for (;;) yield stored(good, read++);
    }
    const verifier = createManyVerifier({
      sources: [source.participant],
      fetch,
      now: () => NOW,
      threads: 1,
    });
    let taken = 0;
    for await (const one of verifier.verify(endless())) {
      expect(one.verified).toBe(true);
      expect(read - taken).toBeLessThanOrEqual(1_000);
      if (++taken === 1_200) break;
    }
    await verifier.close();
  });

  it('fails only the credential that takes too long', async () => {
    const silent = await signed({
      credentialStatus: statusAt('1', `${source.participant.id}status/hangs`),
    });
    const hanging: typeof fetch = (url, init) =>
      String(url).endsWith('/hangs') ? new Promise<never>(() => undefined) : fetch(url, init);
    const all = await verifyAll([stored(good, 1), stored(silent, 2), stored(revoked, 3)], {
      fetch: hanging,
      timeoutSeconds: 2,
    });
    expect(all).toMatchObject([
      { verified: true, claim: { resource: 'https://vault.example/fact-1' } },
      {
        verified: false,
        resource: 'https://vault.example/fact-2',
        error: { code: 'verification_failed' },
      },
      { verified: false, leftOut: { reason: 'revoked' } },
    ]);
  });

  it('follows a trust list that changes, and believes nobody without one', async () => {
    const list = trustListOf([source.participant]);
    let current: () => Promise<typeof list> = async () => list;
    const verifier = createManyVerifier({
      trust: { current: () => current() },
      fetch,
      now: () => NOW,
      threads: 1,
    });
    const ask = async () => (await toArray(verifier.verify([stored(good)])))[0];
    expect(await ask()).toMatchObject({ verified: true });
    current = async () =>
      trustListOf([{ ...source.participant, claimTypes: [g.DiplomaCredential] }]);
    expect(await ask()).toMatchObject({ leftOut: { reason: 'issuer_not_trusted_for_claim' } });
    current = () => Promise.reject(new Error('no list'));
    expect(await ask()).toMatchObject({ leftOut: { reason: 'trust_unknown' } });
    current = async () => list;
    expect(await ask()).toMatchObject({ verified: true });
    await verifier.close();
  });

  it('asks how old a kind of claim may be', async () => {
    const maxAgeDays = { [g.IncomeCredential]: 30 };
    expect(await verifyAll([stored(good)], { maxAgeDays })).toMatchObject([
      { leftOut: { reason: 'too_old' } },
    ]);
  });

  it('takes added contexts along, for credentials and their status lists', async () => {
    const document = JSON.stringify({ '@context': { nickname: 'https://club.example/nickname' } });
    const add = [{ url: CLUB, document, sha256: hash('sha256', document) }];
    const contexts = await createContexts({ add });
    const { proof: _, ...list } = JSON.parse(source.bodies.get('/status/1') ?? '');
    const inClub = (credential: Json) => {
      const named = { ...credential, '@context': [...(credential['@context'] as string[]), CLUB] };
      return signCredential(named, source.key, SIGNED_AT, contexts);
    };
    const address = `${source.statusList}-club`;
    source.bodies.set('/status/1-club', JSON.stringify(await inClub({ ...list, id: address })));
    const member = await inClub(
      source.credential(
        'IncomeCredential',
        { income },
        { credentialStatus: statusAt('9', address) },
      ),
    );
    const credentials = [stored(member, 1), stored(good, 2)];
    expect(await verifyAll(credentials, { contexts })).toMatchObject([
      { leftOut: { reason: 'revoked' } },
      { verified: true },
    ]);
    expect(await verifyAll(credentials)).toMatchObject([
      { leftOut: { reason: 'unknown_context' } },
      { verified: true },
    ]);
  });

  it('asks here for keys that are not pinned, as for status lists', async () => {
    const sources = [{ ...source.participant, keys: {} }];
    const asked: string[] = [];
    const resolveKey: KeyResolver = (method, _, purpose = 'assertionMethod') => {
      asked.push(`${purpose} ${method}`);
      const { publicKeyMultibase: publicKey, id } = source.key;
      return method === id
        ? { publicKey, controller: source.participant.id, purpose }
        : { refused: 'not_in_document' };
    };
    const { proof, ...unsigned } = good;
    const removed = `${source.participant.id}#removed`;
    const credentials = [
      good,
      revoked,
      { ...good, proof: { ...(proof as Json), verificationMethod: removed } },
      { ...good, proof: { ...(proof as Json), verificationMethod: 'https://stranger.example/#k' } },
      unsigned,
    ].map((credential, serial) => stored(credential, serial));
    const verifier = createClaimVerifier({ sources, fetch, now: () => NOW, resolveKey });
    const alone: ClaimVerification[] = [];
    for (const { resource, text, citizen } of credentials) {
      alone.push(await verifier.verify(resource, text, citizen));
    }
    expect(alone[0]).toMatchObject({ verified: true });
    asked.length = 0;
    expect(await verifyAll(credentials, { sources, resolveKey })).toEqual(alone);
    expect(new Set(asked)).toEqual(
      new Set([`assertionMethod ${source.key.id}`, `assertionMethod ${removed}`]),
    );
    expect(await verifyAll(credentials.slice(0, 1), { sources })).toMatchObject([
      { leftOut: { reason: 'invalid_proof' } },
    ]);
  });

  it('fails only the credential of which the key could not be looked for', async () => {
    const other = await startSampleSource();
    const credential = await other.sign(other.credential('IncomeCredential', { income }));
    const resolveKey: KeyResolver = async () => Promise.reject(new Error('out of order'));
    const sources = [source.participant, { ...other.participant, keys: {} }];
    const all = await verifyAll([stored(credential, 1), stored(good, 2)], { sources, resolveKey });
    await other.stop();
    expect(all).toMatchObject([
      { verified: false, error: { code: 'verification_failed' } },
      { verified: true },
    ]);
  });

  it('refuses what is asked after a close', async () => {
    const verifier = createManyVerifier({ sources: [source.participant], fetch, threads: 1 });
    await verifier.close();
    await expect(toArray(verifier.verify([stored(good)]))).rejects.toMatchObject({
      code: 'verification_failed',
    });
  });
});
