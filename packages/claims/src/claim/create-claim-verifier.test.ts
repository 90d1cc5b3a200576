import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { g } from '@grondslag/vocab';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateSigningKey } from '../proof/signing-key.ts';
import { readShapes } from '../shape/read-shapes.ts';
import {
  CITIZEN,
  diploma,
  household,
  income,
  type Json,
  NOW,
  residence,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import { claimKindsOf } from './claim-kinds.ts';
import { createClaimVerifier, MAX_CREDENTIAL_BYTES } from './create-claim-verifier.ts';
import { narrowClaim } from './narrow-claim.ts';

const RESOURCE = 'http://localhost:7100/fatima/facts/study/1';

let source: SampleSource;
let university: SampleSource;

beforeAll(async () => {
  source = await startSampleSource();
  university = await startSampleSource([g.DiplomaCredential]);
});
afterAll(() => Promise.all([source.stop(), university.stop()]));
beforeEach(() => source.publish([]));
afterEach(() => source.requests.splice(0));

function createVerifier(now = NOW) {
  const sources = [source.participant, university.participant];
  return createClaimVerifier({ sources, fetch, now: () => now });
}
/** What a result says of a source. */
const said = ({ participant: { id, name, claimTypes } }: SampleSource) => ({
  id,
  name,
  claimTypes,
});
/** What a result says of which credential it was. */
const named = (credential: Json, claimType: string = g.DiplomaCredential) => ({
  credential: credential['id'],
  claimType,
});
const verify = (credential: unknown, now = NOW) =>
  createVerifier(now).verify(RESOURCE, JSON.stringify(credential), CITIZEN);
const sign = (change: Json = {}) =>
  source.sign(source.credential('DiplomaCredential', { diploma }, change));

describe(createClaimVerifier, () => {
  it.each([
    ['DiplomaCredential', { diploma }, { ...diploma, type: 'diploma' }],
    ['IncomeCredential', { income }, { ...income, type: 'income', year: 2025 }],
    ['ResidenceCredential', { residence }, { ...residence, type: 'residence' }],
    ['HouseholdCredential', { household }, { ...household, type: 'household' }],
  ])('verifies a %s', async (type, facts, fact) => {
    const credential = await source.sign(source.credential(type, facts));
    const result = await verify(credential);
    expect(result).toMatchObject({
      verified: true,
      claim: {
        resource: RESOURCE,
        graph: expect.stringMatching(/^urn:sha256:[0-9a-f]{64}$/),
        credential: credential['id'],
        claimType: `https://w3id.org/grondslag/terms#${type}`,
        source: said(source),
        fact,
        validFrom: new Date('2026-01-05T09:00:00Z'),
        validUntil: new Date('2027-01-05T09:00:00Z'),
        subject: CITIZEN,
        holdsAt: NOW,
        statusCheckedAt: NOW,
      },
    });
  });

  it('verifies a fact without an end, and an issuer with a name', async () => {
    const { validUntil: _, ...endless } = source.credential('DiplomaCredential', { diploma });
    const issuer = { id: endless['issuer'], name: 'DUO' };
    const result = await verify(await source.sign({ ...endless, issuer }));
    expect(result).toMatchObject({ verified: true });
    expect(result.verified && 'validUntil' in result.claim).toBe(false);
  });

  it('looks at the status list once for many facts, and again after a minute', async () => {
    let now = NOW;
    const sources = [source.participant];
    const verifier = createClaimVerifier({ sources, fetch, now: () => now });
    const text = JSON.stringify(await sign());
    await Promise.all(Array.from({ length: 5 }, () => verifier.verify(RESOURCE, text, CITIZEN)));
    now = new Date(NOW.getTime() + 59_000);
    await verifier.verify(RESOURCE, text, CITIZEN);
    expect(source.requests).toHaveLength(1);
    now = new Date(NOW.getTime() + 60_000);
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({
      claim: { statusCheckedAt: now },
    });
    expect(source.requests).toHaveLength(2);
  });

  it('does not use a status list after its own validUntil', async () => {
    await source.publish([], { validUntil: '2026-03-01T12:00:10Z' });
    let now = NOW;
    const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => now });
    const text = JSON.stringify(await sign());
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({ verified: true });
    now = new Date('2026-03-01T12:00:11Z');
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({
      leftOut: { reason: 'status_unknown', detail: 'status list: expired' },
    });
  });

  it('refuses sources that share a key, have no key, or no address for status lists', () => {
    const { participant } = source;
    const create = (...sources: (typeof participant)[]) =>
      createClaimVerifier({ sources, fetch, now: () => NOW });
    expect(() => create(participant, { ...participant, id: 'https://x.example/' })).toThrow(
      TypeError,
    );
    expect(() => create({ ...participant, statusLists: 'status/' })).toThrow(TypeError);
    expect(() => create({ ...participant, keys: { 'urn:k': 'z6MkWrong' } })).toThrow('Ed25519');
  });
});

describe('a kind of claim that is a shape only', () => {
  const TERMS = 'https://w3id.org/grondslag/terms#';
  const vocab = createRequire(import.meta.url).resolve('@grondslag/vocab/package.json');
  const shape = readFileSync(
    new URL('shapes/diploma-credential.shacl.ttl', pathToFileURL(vocab)),
    'utf8',
  )
    .replaceAll('Diploma', 'Training')
    .replaceAll('g:diploma', 'g:training');
  const training = (more: Json = {}) => ({
    [`${TERMS}training`]: { ...diploma, type: `${TERMS}Training`, ...more },
  });
  const judge = async (facts: Json, claimTypes = [`${TERMS}TrainingCredential`]) => {
    const { type: _, ...unsigned } = source.credential('', facts);
    const type = ['VerifiableCredential', `${TERMS}TrainingCredential`];
    const text = JSON.stringify(await source.sign({ ...unsigned, type }));
    const verifier = createClaimVerifier({
      sources: [{ ...source.participant, claimTypes }],
      fetch,
      now: () => NOW,
      kinds: claimKindsOf(await readShapes(shape)),
    });
    return await verifier.verify(RESOURCE, text, CITIZEN);
  };

  it('is verified, needs no code, and says its values by property', async () => {
    const { type: _, ...values } = diploma;
    expect(await judge(training())).toMatchObject({
      claim: {
        claimType: `${TERMS}TrainingCredential`,
        fact: {
          type: 'other',
          values: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [`${TERMS}${name}`, value]),
          ),
        },
      },
    });
  });

  it('is only for who may state it, as its shape says, and with nothing slipped in', async () => {
    expect(await judge(training(), [g.DiplomaCredential])).toMatchObject({
      leftOut: { reason: 'issuer_not_trusted_for_claim' },
    });
    for (const facts of [
      training({ title: '' }),
      training({ amount: '99999' }),
      { ...training(), income },
      { diploma },
    ]) {
      expect(await judge(facts)).toMatchObject({ leftOut: { reason: 'unknown_claim' } });
    }
  });

  it('loses fields by their names as the others do', async () => {
    const result = await judge(training());
    if (!result.verified) throw new Error(result.leftOut.reason);
    const narrowed = narrowClaim(result.claim, ['level']);
    expect(narrowed.fact).toMatchObject({ values: { [`${TERMS}level`]: diploma.level } });
    expect(narrowed.canonical).toContain(diploma.level);
    expect(narrowed.canonical).not.toContain(diploma.title);
    expect(JSON.stringify(narrowed.fact)).not.toContain(diploma.title);
  });
});

describe('what is left out', () => {
  const leftOut = async (credential: unknown, now = NOW) => {
    const result = await verify(credential, now);
    return result.verified ? undefined : result.leftOut;
  };
  const verifyText = (text: string) => createVerifier().verify(RESOURCE, text, CITIZEN);

  it('too_large: more bytes than a fact can need', async () => {
    const text = JSON.stringify({ a: 'é'.repeat(MAX_CREDENTIAL_BYTES / 2) });
    expect(text.length).toBeLessThan(MAX_CREDENTIAL_BYTES);
    expect(await verifyText(text)).toMatchObject({ leftOut: { reason: 'too_large' } });
  });

  it('not_json', async () => {
    expect(await verifyText('<> a <urn:x> .')).toMatchObject({ leftOut: { reason: 'not_json' } });
  });

  it.each([
    ['something else', { hello: 'world' }],
    ['a list', []],
    ['no proof', {}],
  ])('not_a_credential: %s', async (_, credential) => {
    expect(await leftOut(credential)).toEqual({
      resource: RESOURCE,
      reason: 'not_a_credential',
      holdsAt: NOW,
    });
  });

  it.each<[string, Json]>([
    ['without validFrom', { validFrom: [] }],
    ['with two issuers', { issuer: ['https://a.example/', 'https://b.example/'] }],
    ['with two subjects', { credentialSubject: [{ id: CITIZEN }, { id: 'urn:b' }] }],
    ['without id', { id: [] }],
    [
      'that quotes a graph',
      {
        credentialSubject: {
          id: CITIZEN,
          type: 'VerifiablePresentation',
          verifiableCredential: { 'urn:p': 'x' },
        },
      },
    ],
    ['with a day that is none', { validUntil: 'someday' }],
  ])('not_a_credential: one %s', async (_, change) => {
    const unsigned = source.credential('DiplomaCredential', { diploma }, change);
    const credential = Object.fromEntries(
      Object.entries(unsigned).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
    );
    expect(await leftOut(await source.sign(credential))).toMatchObject({
      reason: 'not_a_credential',
      source: said(source),
    });
  });

  it('unknown_context', async () => {
    expect(
      await leftOut({ ...(await sign()), '@context': ['https://evil.example/'] }),
    ).toMatchObject({
      reason: 'unknown_context',
    });
  });

  it('invalid_proof: one character changed', async () => {
    const text = JSON.stringify(await sign()).replace('Bachelor', 'Bachelar');
    const result = await verifyText(text);
    expect(result).toEqual({
      verified: false,
      leftOut: { resource: RESOURCE, reason: 'invalid_proof', holdsAt: NOW },
    });
  });

  it('invalid_proof: in the name of a source, with a key it never had', async () => {
    const { key } = await generateSigningKey(`${source.participant.id}#key-2`);
    const forged = await source.sign(source.credential('DiplomaCredential', { diploma }), key);
    expect(await leftOut(forged)).toMatchObject({ reason: 'invalid_proof' });
  });

  it('invalid_proof: in the name of one source, signed by another', async () => {
    const unsigned = source.credential('IncomeCredential', { income });
    const forged = await university.sign({ ...unsigned });
    expect(await leftOut(forged)).toMatchObject({ reason: 'invalid_proof' });
  });

  it('unknown_issuer: signed well, by a stranger', async () => {
    const stranger = await startSampleSource();
    const credential = await stranger.sign(stranger.credential('DiplomaCredential', { diploma }));
    expect(await leftOut(credential)).toEqual({
      resource: RESOURCE,
      reason: 'unknown_issuer',
      holdsAt: NOW,
    });
    expect(stranger.requests).toEqual([]);
    await stranger.stop();
  });

  it('unknown_issuer: a stranger, signed with a key of a source', async () => {
    expect(await leftOut(await sign({ issuer: 'https://stranger.example/' }))).toMatchObject({
      reason: 'unknown_issuer',
    });
  });

  it('issuer_not_trusted_for_claim: a university about income', async () => {
    const credential = await university.sign(university.credential('IncomeCredential', { income }));
    expect(await leftOut(credential)).toEqual({
      resource: RESOURCE,
      reason: 'issuer_not_trusted_for_claim',
      holdsAt: NOW,
      source: said(university),
      ...named(credential, g.IncomeCredential),
    });
  });

  it.each<[string, string | string[], Json]>([
    ['no kind of claim', ['VerifiableCredential'], { diploma }],
    [
      'two kinds of claim',
      ['VerifiableCredential', 'DiplomaCredential', 'IncomeCredential'],
      { diploma, income },
    ],
    ['another fact than its kind', 'DiplomaCredential', { income }],
    ['an income slipped into a diploma', 'DiplomaCredential', { diploma, income }],
    [
      'an income slipped into the diploma itself',
      'DiplomaCredential',
      { diploma: { ...diploma, amount: '99999' } },
    ],
    [
      'something about somebody else',
      'DiplomaCredential',
      { diploma, 'urn:knows': { id: 'urn:x', income } },
    ],
    ['two diplomas', 'DiplomaCredential', { diploma: [diploma, { ...diploma, title: 'MSc' }] }],
    [
      'a diploma that is the citizen',
      'DiplomaCredential',
      { diploma: { ...diploma, id: CITIZEN } },
    ],
    ['a field missing', 'DiplomaCredential', { diploma: { type: 'Diploma', title: 'BSc' } }],
    ['two titles', 'DiplomaCredential', { diploma: { ...diploma, title: ['BSc', 'MSc'] } }],
    [
      'a title in a language',
      'DiplomaCredential',
      { diploma: { ...diploma, title: { '@value': 'BSc', '@language': 'en' } } },
    ],
    [
      'a date that is none',
      'DiplomaCredential',
      { diploma: { ...diploma, awardedOn: '2019-02-30' } },
    ],
    ['an amount that is no decimal', 'IncomeCredential', { income: { ...income, amount: 2.5e22 } }],
    [
      'an extra type',
      'HouseholdCredential',
      { household: { ...household, type: ['Household', 'Income'] } },
    ],
  ])('unknown_claim: %s', async (_, type, facts) => {
    const unsigned = source.credential('DiplomaCredential', facts, {
      type: Array.isArray(type) ? type : ['VerifiableCredential', type],
    });
    expect(await leftOut(await source.sign(unsigned))).toMatchObject({
      reason: 'unknown_claim',
      source: said(source),
    });
  });

  it("wrong_subject: another citizen's diploma, of which nothing is shown", async () => {
    const other = { id: 'http://localhost:7100/jan/profile/card#me', diploma };
    const credential = await sign({ credentialSubject: other });
    expect(await leftOut(credential)).toEqual({
      resource: RESOURCE,
      reason: 'wrong_subject',
      holdsAt: NOW,
      source: said(source),
      ...named(credential),
    });
  });

  it('not_yet_valid and expired: to the second', async () => {
    const credential = await sign();
    const at = async (instant: string) => (await leftOut(credential, new Date(instant)))?.reason;
    expect(await at('2026-01-05T08:59:59Z')).toBe('not_yet_valid');
    expect(await at('2026-01-05T09:00:00Z')).toBeUndefined();
    expect(await at('2027-01-05T09:00:00Z')).toBeUndefined();
    expect(await at('2027-01-05T09:00:01Z')).toBe('expired');
  });

  it('too_old: stated longer ago than the need allows, by the older of its two dates', async () => {
    const at = async (maxAgeDays: number | undefined, change: Json = {}) => {
      const text = JSON.stringify(await sign(change));
      const result = await createVerifier().verify(RESOURCE, text, CITIZEN, () => maxAgeDays);
      return result.verified ? undefined : result.leftOut.reason;
    };
    // 55 days and three hours after it was signed
    expect(await at(undefined)).toBeUndefined();
    expect(await at(56)).toBeUndefined();
    expect(await at(55)).toBe('too_old');
    expect(await at(56, { validFrom: '2025-12-31T00:00:00Z' })).toBe('too_old');
    expect(await at(55, { validFrom: '2026-02-28T00:00:00Z' })).toBe('too_old');
  });

  it('suspended is another word than revoked', async () => {
    const suspension = entry({ statusPurpose: 'suspension' });
    await source.publish([], {}, { statusPurpose: 'suspension' });
    expect(await withStatus(suspension)).toBeUndefined();
    await source.publish([7], {}, { statusPurpose: 'suspension' });
    expect(await withStatus(suspension)).toMatchObject({ reason: 'suspended' });
  });

  it('revoked, and still shown to the citizen', async () => {
    await source.publish([7]);
    const credential = await sign();
    expect(await leftOut(credential)).toEqual({
      resource: RESOURCE,
      reason: 'revoked',
      holdsAt: NOW,
      detail: 'revocation',
      source: said(source),
      ...named(credential),
      fact: { ...diploma, type: 'diploma' },
    });
  });

  const entry = (change: Json = {}) => ({
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: source.statusList,
    ...change,
  });
  const withStatus = async (credentialStatus: unknown) => leftOut(await sign({ credentialStatus }));

  it.each<[string, () => unknown]>([
    ['no status', () => []],
    [
      'a status list elsewhere',
      () => entry({ statusListCredential: 'https://evil.example/status/1' }),
    ],
    [
      'a status list beside those of the source',
      () => entry({ statusListCredential: `${source.participant.id}status-1` }),
    ],
    [
      'a status list above those of the source',
      () => entry({ statusListCredential: `${source.participant.id}status/../x` }),
    ],
    [
      'an encoded way up',
      () => entry({ statusListCredential: `${source.participant.id}status/..%2Fx` }),
    ],
    [
      'a user in the address',
      () => entry({ statusListCredential: source.statusList.replace('//', '//user@') }),
    ],
    ['an index that is no number', () => entry({ statusListIndex: '7a' })],
    ['a purpose that says nothing about validity', () => entry({ statusPurpose: 'message' })],
    ['a status of another kind', () => ({ id: 'urn:x', type: 'JsonSchema' })],
  ])('status_unknown without asking anybody: %s', async (_, status) => {
    expect(await withStatus(status())).toMatchObject({
      reason: 'status_unknown',
      fact: { type: 'diploma' },
    });
    expect(source.requests).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    [
      'not there',
      () => entry({ statusListCredential: `${source.participant.statusLists}none` }),
      'HTTP 404',
    ],
    [
      'moved',
      () => entry({ statusListCredential: `${source.participant.statusLists}elsewhere` }),
      'fetch failed',
    ],
    ['too short for the index', () => entry({ statusListIndex: '131072' }), 'index'],
    ['for another purpose', () => entry({ statusPurpose: 'suspension' }), 'purpose'],
  ])('status_unknown: a list that is %s', async (_, status, detail) => {
    expect(await withStatus(status())).toMatchObject({
      reason: 'status_unknown',
      detail: expect.stringContaining(detail),
    });
  });

  it.each<[string, () => Promise<void>]>([
    ['expired', () => source.publish([], { validUntil: '2026-02-01T00:00:00Z' })],
    ['not yet valid', () => source.publish([], { validFrom: '2026-04-01T00:00:00Z' })],
    ['another list', () => source.publish([], { id: `${source.statusList}0` })],
    ['from another issuer', () => source.publish([], { issuer: 'https://other.example/' })],
    ['another kind of credential', () => source.publish([], { type: ['VerifiableCredential'] })],
    ['not JSON', async () => void source.bodies.set('/status/1', '<html>')],
    ['not a credential', async () => void source.bodies.set('/status/1', '{}')],
    ['too large', async () => void source.bodies.set('/status/1', `"${'x'.repeat(5 << 20)}"`)],
    [
      'changed',
      async () => {
        const list = source.bodies.get('/status/1') ?? '';
        source.bodies.set('/status/1', list.replace('"revocation"', '"suspension"'));
      },
    ],
    [
      'signed by another source',
      async () => {
        await source.publish([]);
        const { proof: _, ...list } = JSON.parse(source.bodies.get('/status/1') ?? '');
        const forged = await university.sign(list);
        source.bodies.set('/status/1', JSON.stringify(forged));
      },
    ],
    [
      'shorter than the standard allows',
      () =>
        source.publish([], {
          credentialSubject: {
            id: 'urn:list',
            type: 'BitstringStatusList',
            statusPurpose: 'revocation',
            encodedList: 'uH4sIAAAAAAAAA2NgAAMAXtMBRwgAAAA',
          },
        }),
    ],
  ])('status_unknown: a list that is %s', async (_, publish) => {
    await publish();
    expect(await leftOut(await sign())).toMatchObject({ reason: 'status_unknown' });
  });

  it('revoked: when one of two statuses says so', async () => {
    await source.publish([9]);
    const both = [entry(), entry({ statusListIndex: '9' })];
    expect(await withStatus(both)).toMatchObject({ reason: 'revoked' });
    expect(await withStatus([entry(), entry({ statusListIndex: '8' })])).toBeUndefined();
  });

  it('status_unknown: a list that never comes, after five seconds', async () => {
    const silent = entry({ statusListCredential: `${source.participant.statusLists}silent` });
    const started = performance.now();
    expect(await withStatus(silent)).toMatchObject({ reason: 'status_unknown' });
    expect(performance.now() - started).toBeLessThan(8_000);
  }, 10_000);
});
