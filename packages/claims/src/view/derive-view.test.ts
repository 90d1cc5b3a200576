import { CLAIMS_V1, CREDENTIALS_V2, g, WORK_V1 } from '@grondslag/vocab';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { createClaimVerifier, createPartVerifier } from '../claim/create-claim-verifier.ts';
import { deriveCredential } from '../issue/derive-credential.ts';
import { addProof, issueCredential } from '../issue/issue-credential.ts';
import { generateEcdsaSigningKey, type SigningKey } from '../proof/signing-key.ts';
import {
  CITIZEN,
  income,
  type Json,
  NOW,
  residence,
  type SampleSource,
  SIGNED_AT,
  startSampleSource,
} from '../test-support/samples.ts';
import { deriveView, type FieldLimits } from './derive-view.ts';

const RESOURCE = 'http://vault.example/1';
const yearOnly = { [g.IncomeCredential]: ['year'] };

let source: SampleSource;
let p256: SigningKey;
let sources: SampleSource['participant'][];
/** As a source places it: with both proofs. */
let whole: Json;

beforeAll(async () => {
  source = await startSampleSource();
  ({ key: p256 } = await generateEcdsaSigningKey(`${source.participant.id}#key-2`, 'P-256'));
  const keys = { ...source.participant.keys, [p256.id]: p256.publicKeyMultibase };
  sources = [{ ...source.participant, keys }];
  whole = await sign(source.credential('IncomeCredential', { income }));
});
afterAll(() => source.stop());

async function sign(credential: Json, mandatoryPointers: string[] = []): Promise<Json> {
  const base = { suite: 'ecdsa-sd-2023', key: p256, now: SIGNED_AT, mandatoryPointers } as const;
  const signed = { suite: 'eddsa-rdfc-2022', key: source.key, now: SIGNED_AT } as const;
  return (await addProof(await issueCredential(credential, base), signed)) as Json;
}
async function view(credential: unknown, limits: FieldLimits = yearOnly): Promise<string> {
  const derived = await deriveView(JSON.stringify(credential), limits);
  assert(derived.derived);
  return derived.text;
}
async function verify(text: string) {
  const verifier = createPartVerifier({ sources, fetch, now: () => NOW });
  return await verifier.verify(RESOURCE, text, CITIZEN);
}
const refusal = (credential: unknown, limits: FieldLimits = yearOnly) =>
  deriveView(JSON.stringify(credential), limits);

describe(deriveView, () => {
  it('shows the fields named, who said it and until when, and verifies', async () => {
    const text = await view(whole);
    expect(text).not.toContain(income.amount);
    expect(text).not.toContain('EUR');
    expect(await verify(text)).toMatchObject({
      verified: true,
      claim: {
        fact: { type: 'income', year: 2025 },
        source: { id: source.participant.id },
        validUntil: new Date('2027-01-05T09:00:00Z'),
        subject: CITIZEN,
      },
    });
  });

  it('is the same each time', async () => {
    expect(await view(whole)).toBe(await view(whole));
  });

  it('can show every field, and is then a whole fact', async () => {
    const text = await view(whole, { [g.IncomeCredential]: ['currency', 'amount', 'year'] });
    const verifier = createClaimVerifier({ sources, fetch, now: () => NOW });
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({ verified: true });
  });

  it('shows what there is of the fields named', async () => {
    const text = await view(whole, { [g.IncomeCredential]: ['year', 'street', 'constructor'] });
    expect(await verify(text)).toMatchObject({ claim: { fact: { type: 'income', year: 2025 } } });
  });

  it('divides a kind of fact that is known from its shape only', async () => {
    const employment = {
      type: 'Employment',
      ...{ employer: 'Scheepswerf Waterdam', jobTitle: 'Lasser', hoursPerWeek: '32' },
      ...{ isPermanent: true, startedOn: '2019-04-01' },
    };
    const signed = await sign({
      ...source.credential('EmploymentCredential', { employment }),
      '@context': [CREDENTIALS_V2, WORK_V1],
    });
    const part = ['employer', 'isPermanent'];
    const text = await view(signed, { [g.EmploymentCredential]: part });
    expect(text).not.toMatch(/Lasser|2019/);
    const trusted = sources.map((one) => ({ ...one, claimTypes: [g.EmploymentCredential] }));
    const verifier = createPartVerifier({ sources: trusted, fetch, now: () => NOW });
    const values = { [g.employer]: employment.employer, [g.isPermanent]: 'true' };
    expect(await verifier.verify(RESOURCE, text, CITIZEN)).toMatchObject({
      claim: { derived: true, fact: { type: 'other', values } },
    });
    expect(await refusal(signed, { [g.IncomeCredential]: part })).toEqual({
      derived: false,
      reason: 'fact_not_named',
    });
    const chatty = { ...employment, street: residence.street };
    const more = { ...signed, credentialSubject: { id: CITIZEN, employment: chatty } };
    expect(await refusal(more, { [g.EmploymentCredential]: part })).toMatchObject({
      derived: false,
    });
  });

  it.each<[string, FieldLimits]>([
    ['no kind', {}],
    ['another kind', { [g.ResidenceCredential]: ['since', 'year'] }],
    ['no field', { [g.IncomeCredential]: [] }],
    ['a field that it does not have', { [g.IncomeCredential]: ['street'] }],
    ['the type', { [g.IncomeCredential]: ['type', 'id', '', '__proto__'] }],
  ])('refuses when %s is named', async (_, limits) => {
    expect(await refusal(whole, limits)).toEqual({ derived: false, reason: 'fact_not_named' });
  });

  it('refuses a fact that its source signed as a whole only', async () => {
    const undivided = await source.sign(source.credential('IncomeCredential', { income }));
    const fields = ['/credentialSubject/income/year', '/credentialSubject/income/currency'];
    const derived = await deriveCredential(whole, fields);
    for (const one of [undivided, derived]) {
      expect(await refusal(one)).toEqual({ derived: false, reason: 'fact_not_divisible' });
    }
  });

  it('gives such a fact as it is when each of its fields is named, and it says nothing else', async () => {
    const all = { [g.IncomeCredential]: ['year', 'amount', 'currency'] };
    const undivided = await source.sign(source.credential('IncomeCredential', { income }));
    expect(JSON.parse(await view(undivided, all))).toEqual(undivided);
    const two = { id: CITIZEN, income, residence };
    for (const credentialSubject of [two, { id: CITIZEN, income: { ...income, street: 'x' } }]) {
      const more = { ...undivided, credentialSubject };
      expect(await refusal(more, all)).toEqual({ derived: false, reason: 'fact_not_divisible' });
    }
    const remark = { description: income.amount };
    const chatty = { ...undivided, proof: { ...(undivided['proof'] as Json), domain: 'x' } };
    for (const more of [{ ...undivided, ...remark }, chatty]) {
      expect(await refusal(more, all)).toEqual({ derived: false, reason: 'fact_not_divisible' });
    }
    expect(JSON.parse(await view(whole, all))).toEqual(whole);
    const remarked = await sign({
      ...source.credential('IncomeCredential', { income }),
      ...remark,
    });
    expect(await view(remarked, all)).not.toContain('description');
    const twice = JSON.stringify(whole).replace('{', `{"id":"urn:${residence.street}",`);
    expect(await deriveView(twice, all)).toMatchObject({
      derived: true,
      text: expect.not.stringContaining(residence.street),
    });
  });

  it('refuses a fact of which more is always shown than is named', async () => {
    const signed = await sign(source.credential('IncomeCredential', { income }), [
      '/credentialSubject/income/amount',
    ]);
    expect(await refusal(signed)).toEqual({ derived: false, reason: 'fact_not_divisible' });
    const both = await view(signed, { [g.IncomeCredential]: ['amount', 'year'] });
    expect(await verify(both)).toMatchObject({ verified: true });
  });

  it.each<[string, () => unknown]>([
    ['no JSON', () => undefined],
    ['a list', () => [whole]],
    [
      'two facts of a kind',
      () => ({ ...whole, credentialSubject: { id: CITIZEN, income: [income, income] } }),
    ],
    [
      'a context of its own',
      () => ({ ...whole, '@context': [CREDENTIALS_V2, CLAIMS_V1, { 'x:a': 'urn:x' }] }),
    ],
    ['an unknown context', () => ({ ...whole, '@context': ['https://example.org/1'] })],
    ['very much', () => ({ ...whole, name: 'x'.repeat(70_000) })],
    [
      'very many nodes',
      () => ({ ...whole, relatedResource: Array.from({ length: 100 }, () => ({})) }),
    ],
  ])('refuses %s', async (_, make) => {
    const credential = make() ?? null;
    expect(await refusal(credential)).toEqual({ derived: false, reason: 'not_one_fact' });
  });

  it.each<[string, () => Json]>([
    [
      'a second kind of fact beside',
      () => ({ credentialSubject: { id: CITIZEN, income, residence } }),
    ],
    ['another type', () => ({ type: ['VerifiableCredential', 'ResidenceCredential'] })],
    [
      'another year',
      () => ({ credentialSubject: { id: CITIZEN, income: { ...income, year: '2020' } } }),
    ],
    ['one statement more', () => ({ name: 'Inkomen' })],
  ])('gives no view that verifies of a fact with %s', async (_, change) => {
    const derived = await refusal({ ...whole, ...change() });
    const outcome = derived.derived ? await verify(derived.text) : { verified: false };
    expect(outcome.verified).toBe(false);
    expect(JSON.stringify(derived)).not.toContain(residence.street);
  });

  it('takes nothing along in the proof', async () => {
    const [base, other] = whole['proof'] as [Json, Json];
    const chatty = { ...whole, proof: [{ ...base, domain: income.amount }, other] };
    expect(await refusal(chatty)).toEqual({ derived: false, reason: 'fact_not_divisible' });
  });
});

describe(createPartVerifier, () => {
  it('takes whole facts with both proofs, by the one that is for everybody', async () => {
    expect(await verify(JSON.stringify(whole))).toMatchObject({
      verified: true,
      claim: { divisible: true, fact: { amount: income.amount } },
    });
    expect(await verify(await view(whole))).toMatchObject({ claim: { derived: true } });
  });

  it('leaves parts to those who ask for them', async () => {
    const verifier = createClaimVerifier({ sources, fetch, now: () => NOW });
    expect(await verifier.verify(RESOURCE, await view(whole), CITIZEN)).toMatchObject({
      verified: false,
      leftOut: { reason: 'unknown_claim' },
    });
  });

  it('refuses a part under a proof of the whole', async () => {
    const part = source.credential('IncomeCredential', {
      income: { type: 'Income', year: '2025' },
    });
    expect(await verify(JSON.stringify(await source.sign(part)))).toMatchObject({
      leftOut: { reason: 'unknown_claim' },
    });
  });

  it('refuses a part that shows no field, and one without a status', async () => {
    const empty = await deriveCredential(whole, []);
    expect(await verify(JSON.stringify(empty))).toMatchObject({
      leftOut: { reason: 'unknown_claim' },
    });
    const { credentialStatus: _, ...unstated } = source.credential('IncomeCredential', { income });
    expect(await verify(await view(await sign(unstated)))).toMatchObject({
      leftOut: { reason: 'status_unknown' },
    });
  });

  it('refuses a part of a fact that was revoked', async () => {
    const text = await view(whole);
    await source.publish([7]);
    const outcome = await verify(text);
    await source.publish([]);
    expect(outcome).toMatchObject({ leftOut: { reason: 'revoked' } });
  });

  it('is not misled by a base proof of a stranger', async () => {
    const { key } = await generateEcdsaSigningKey('https://stranger.example/#1', 'P-256');
    const { proof: _, ...unsigned } = whole;
    const foreign = await issueCredential(unsigned, { suite: 'ecdsa-sd-2023', key, now: NOW });
    const signed = await source.sign(unsigned);
    const both = { ...unsigned, proof: [signed['proof'], (foreign as Json)['proof']] };
    const outcome = await verify(JSON.stringify(both));
    assert(outcome.verified);
    expect(outcome.claim.divisible).toBeUndefined();
    expect(await verify(await view(both))).toMatchObject({ leftOut: { reason: 'invalid_proof' } });
  });

  it('does not take base proofs alone', async () => {
    const [base] = whole['proof'] as [Json];
    expect(await verify(JSON.stringify({ ...whole, proof: base }))).toMatchObject({
      leftOut: { reason: 'invalid_proof' },
    });
  });
});
