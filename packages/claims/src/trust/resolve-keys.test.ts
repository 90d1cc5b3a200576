import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaimVerifier } from '../claim/create-claim-verifier.ts';
import { createKeyResolver } from '../issuers/create-key-resolver.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import {
  CITIZEN,
  diploma,
  type Json,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';

let source: SampleSource;
let did: string;
let key: SigningKey;

/** A key whose name is the key itself. */
async function makeDidKey(): Promise<{ did: string; key: SigningKey }> {
  const { key: made } = await generateSigningKey('urn:unnamed');
  const { publicKeyMultibase } = made;
  const name = `did:key:${publicKeyMultibase}`;
  return { did: name, key: { ...made, id: `${name}#${publicKeyMultibase}` } };
}

beforeAll(async () => {
  source = await startSampleSource();
  ({ did, key } = await makeDidKey());
  const { proof: _, ...list } = JSON.parse(source.bodies.get('/status/1') ?? '') as Json;
  source.bodies.set('/status/1', JSON.stringify(await source.sign({ ...list, issuer: did }, key)));
});
afterAll(() => source.stop());

async function judge(
  options: { keys?: Record<string, string>; issuer?: string; by?: SigningKey } = {},
) {
  const { keys = {}, issuer = did, by = key } = options;
  const asked: string[] = [];
  const resolver = createKeyResolver({ methods: ['did:key'] });
  const resolveKey: KeyResolver = (method, at) => {
    asked.push(method);
    return resolver(method, at);
  };
  const { participant } = source;
  const verifier = createClaimVerifier({
    sources: [{ ...participant, id: did, claimTypes: [g.DiplomaCredential], keys }],
    fetch,
    now: () => NOW,
    resolveKey,
  });
  const unsigned = source.credential('DiplomaCredential', { diploma }, { issuer });
  const text = JSON.stringify(await source.sign(unsigned, by));
  const result = await verifier.verify('http://localhost/1', text, CITIZEN);
  return { asked, reason: result.verified ? undefined : result.leftOut.reason };
}

describe('an issuer on the trust list without a pinned key', () => {
  it('is believed under the key its name leads to, for facts and for its status list', async () => {
    expect(await judge()).toEqual({ reason: undefined, asked: [key.id, key.id] });
  });

  it('does not make others believed: their methods are not resolved', async () => {
    const stranger = await makeDidKey();
    expect(await judge({ issuer: stranger.did, by: stranger.key })).toEqual({
      reason: 'unknown_issuer',
      asked: [],
    });
    expect(await judge({ by: stranger.key })).toEqual({ reason: 'invalid_proof', asked: [] });
  });

  it('is not resolved any more with one pinned key: then only pinned ones count', async () => {
    const { key: other } = await makeDidKey();
    const keys = { [other.id]: other.publicKeyMultibase };
    expect(await judge({ keys })).toEqual({ reason: 'invalid_proof', asked: [] });
  });
});
