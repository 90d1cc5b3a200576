import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import { addProof, issueCredential } from '../issue/issue-credential.ts';
import type { Line } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import { generateSigningKey, type SigningKey } from '../proof/signing-key.ts';
import { CITIZEN, income, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { canonicalizeLines } from './canonicalize-lines.ts';
import { splitPlainProof } from './split-plain-proof.ts';
import { splitProofs } from './split-proofs.ts';

const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: { id: CITIZEN, income },
};
const manyIncomes = Array.from({ length: 12 }, (_, at) => ({ ...income, year: `${2000 + at}` }));

let key: SigningKey;
beforeAll(async () => {
  ({ key } = await generateSigningKey('https://source.example/#key-1'));
});

/** `undefined` takes a member away. */
function issue(more: Json) {
  const document: typeof credential = JSON.parse(JSON.stringify({ ...credential, ...more }));
  return issueCredential(document, { suite: 'eddsa-rdfc-2022', key, now: SIGNED_AT });
}
const linesOf = async (document: object) =>
  readLines(await canonicalize(document)) as readonly Line[];

describe(splitPlainProof, () => {
  it.each<[string, Json]>([
    ['no blank node', { credentialSubject: { id: CITIZEN } }],
    ['one blank node', {}],
    [
      'twelve, which have two digits beside the proof',
      { credentialSubject: { income: manyIncomes } },
    ],
    ['a blank node as itself', { id: undefined }],
    ['characters beyond the basic plane', { name: '\u{1F600}\ue000' }],
  ])('gives the texts that taking apart in general gives, with %s', async (_, more) => {
    const signed = await issue(more);
    const lines = await linesOf(signed);
    const { claim, proofs } = splitProofs(lines) ?? { claim: [], proofs: [] };
    expect(splitPlainProof(lines)).toEqual({
      canonical: await canonicalizeLines(claim),
      proofConfig: await canonicalizeLines(proofs[0]?.config ?? []),
      proofValue: signed.proof.proofValue,
    });
  });

  it.each<[string, (signed: Awaited<ReturnType<typeof issue>>) => object | Promise<object>]>([
    ['no proof', ({ proof: _, ...document }) => document],
    ['two proofs', (signed) => addProof(signed, { suite: 'eddsa-rdfc-2022', key, now: SIGNED_AT })],
    ['a named proof', (signed) => ({ ...signed, proof: { ...signed.proof, id: 'urn:proof' } })],
    [
      'a proof with one member more',
      (signed) => ({ ...signed, proof: { ...signed.proof, domain: 'https://agency.example/' } }),
    ],
    [
      'a proof with one member less',
      ({ proof: { created: _, ...proof }, ...document }) => ({ ...document, proof }),
    ],
    [
      'a member of the proof twice',
      (signed) => ({
        ...signed,
        proof: { ...signed.proof, created: ['2026-01-05T09:00:00Z', '2027-01-05T09:00:00Z'] },
      }),
    ],
    [
      'blank nodes that look alike',
      (signed) => ({
        ...signed,
        credentialSubject: [{ income: { type: 'Income' } }, { income: { type: 'Income' } }],
      }),
    ],
  ])('leaves %s to the general way', async (_, change) => {
    expect(splitPlainProof(await linesOf(await change(await issue({}))))).toBeUndefined();
  });
});
