import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { Parser, Writer } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../canonicalize/canonicalize.ts';
import type { IssueSuite } from '../issue/create-proof.ts';
import { deriveCredential } from '../issue/derive-credential.ts';
import { addProof, issueCredential } from '../issue/issue-credential.ts';
import {
  generateEcdsaSigningKey,
  generateSigningKey,
  type SigningKey,
} from '../proof/signing-key.ts';
import { CITIZEN, income, type Json, SIGNED_AT } from '../test-support/samples.ts';
import { type StoredForm, storedFormOf, verifyStored } from './verify-stored.ts';

const credential = {
  '@context': [CREDENTIALS_V2, CLAIMS_V1],
  id: 'https://source.example/credentials/1',
  type: ['VerifiableCredential', 'IncomeCredential'],
  issuer: 'https://source.example/',
  validFrom: '2026-01-05T09:00:00Z',
  credentialSubject: {
    id: CITIZEN,
    income: [income, { ...income, year: '2024', amount: '20000.00' }],
  },
};
const invalid = { verified: false, reason: 'invalid_proof' };
const unreadable = { verified: false, reason: 'not_a_credential' };
const rdfForms = ['text/turtle', 'application/trig', 'application/n-quads'] as const;

let ed25519: SigningKey;
let p256: SigningKey;
let p384: SigningKey;
let signed: Json;
let canonical: string;

beforeAll(async () => {
  ({ key: ed25519 } = await generateSigningKey('https://source.example/#ed25519'));
  ({ key: p256 } = await generateEcdsaSigningKey('https://source.example/#p256', 'P-256'));
  ({ key: p384 } = await generateEcdsaSigningKey('https://source.example/#p384', 'P-384'));
  signed = await issue('eddsa-rdfc-2022', ed25519);
  canonical = await canonicalize(credential);
});

const issue = (suite: IssueSuite, key: SigningKey): Promise<Json> =>
  issueCredential(credential, { suite, key, now: SIGNED_AT });
const publicKey = (id: string) =>
  [ed25519, p256, p384].find((key) => key.id === id)?.publicKeyMultibase;
const verify = (text: string, form: StoredForm) => verifyStored(text, form, { publicKey });

/** A credential in another form, with prefixes and with its statements in another order. */
async function written(document: object, form: StoredForm): Promise<string> {
  if (form === 'application/ld+json') return JSON.stringify(document);
  const nquads = await canonicalize(document);
  if (form === 'application/n-quads') return nquads;
  const quads = new Parser({ format: 'N-Quads' }).parse(nquads);
  const proofs = new Set(
    quads.filter(({ graph }) => graph.termType !== 'DefaultGraph').map(({ graph }) => graph.value),
  );
  const writer = new Writer({ format: form, prefixes: { sec: 'https://w3id.org/security#' } });
  for (const { subject, predicate, object, graph } of quads.toReversed()) {
    if (form === 'application/trig') writer.addQuad(subject, predicate, object, graph);
    // A node instead of a graph: what the link points at is the proof itself.
    else if (graph.termType === 'DefaultGraph') writer.addQuad(subject, predicate, object);
    else if (proofs.has(graph.value)) writer.addQuad(graph as never, predicate, object);
  }
  return await new Promise((resolve, reject) =>
    writer.end((error, text) => (error ? reject(error) : resolve(text))),
  );
}

describe.each(['application/ld+json', ...rdfForms] as const)('a credential in %s', (form) => {
  it('verifies in each suite that can, to the same canonical text', async () => {
    const derived = await deriveCredential(await issue('ecdsa-sd-2023', p256), [
      '/credentialSubject/income',
      '/id',
    ]);
    for (const document of [
      signed,
      await issue('ecdsa-rdfc-2019', p256),
      await issue('ecdsa-rdfc-2019', p384),
      derived,
    ]) {
      expect(await verify(await written(document, form), form)).toMatchObject({
        verified: true,
        canonical,
      });
    }
  });

  it('does not verify with one amount changed', async () => {
    const text = await written(signed, form);
    expect(text).toContain('20000.00');
    // In N-Quads, the change must not change the order.
    expect(await verify(text.replace('20000.00', '20000.01'), form)).toEqual(invalid);
  });

  it('says not_a_credential of what it cannot read', async () => {
    for (const text of ['', '{', '<a> <b>', 'null', '[]']) {
      expect(await verify(text, form)).toEqual(unreadable);
    }
  });

  it('verifies with two proofs, and not when one of them was changed', async () => {
    const two = await addProof(signed as Json & { proof: unknown }, {
      suite: 'ecdsa-rdfc-2019',
      key: p256,
      now: SIGNED_AT,
    });
    const text = await written(two, form);
    const result = await verify(text, form);
    expect(result.verified && result.proofs).toHaveLength(2);
    const [one, other] = two.proof;
    const swapped = { ...two, proof: [one, { ...other, proofValue: one?.proofValue }] };
    expect(await verify(await written(swapped, form), form)).toEqual(invalid);
  });
});

describe.each(rdfForms)('a credential in %s', (form) => {
  it('is refused with eddsa-jcs-2022 alone: it signs JSON', async () => {
    const jcs = (await issue('eddsa-jcs-2022', ed25519)) as Json & { proof: Json };
    const { '@context': _, ...proof } = jcs.proof;
    expect(await verify(await written({ ...jcs, proof }, form), form)).toEqual({
      verified: false,
      reason: 'unsupported_suite',
    });
  });

  it('is refused without its proof, or with a thousand', async () => {
    expect(await verify(await written(credential, form), form)).toEqual(unreadable);
    if (form === 'application/n-quads') return;
    const links = Array.from(
      { length: 1_000 },
      (_, at) => `<${credential.id}> <https://w3id.org/security#proof> <urn:proof:${at}> .`,
    );
    expect(await verify(`${await written(signed, form)}\n${links.join('\n')}`, form)).toEqual(
      unreadable,
    );
  });
});

describe('Turtle and TriG', () => {
  const more = async (text: string) =>
    verify(`${await written(signed, 'application/trig')}\n${text}`, 'application/trig');

  it('may say a statement twice', async () => {
    const again = `<${credential.id}> <https://www.w3.org/2018/credentials#issuer> <https://source.example/> .`;
    expect(await more(again)).toMatchObject({ verified: true, canonical });
  });

  it.each([
    ['a statement more', '<urn:a> <urn:b> "c" .', 'invalid_proof'],
    ['a statement more about the proof', '', 'invalid_proof'],
    ['a graph more', '<urn:g> { <urn:a> <urn:b> "c" }', 'not_a_credential'],
    ['a triple term', '<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .', 'not_a_credential'],
    ['a text with a direction', '<urn:a> <urn:b> "c"@ar--rtl .', 'not_a_credential'],
    ['a relative IRI', '<a> <urn:b> "c" .', 'not_a_credential'],
    ['a second proof value', '', 'not_a_credential'],
  ])('are refused with %s', async (what, text, reason) => {
    if (text !== '') {
      expect(await more(text)).toEqual({ verified: false, reason });
      return;
    }
    const trig = await written(signed, 'application/trig');
    const extra = what.includes('value') ? 'sec:proofValue "z1"' : 'sec:nonce "abc"';
    const changed = trig.replace(/(sec:proofPurpose|sec:cryptosuite)/, `${extra}; $1`);
    expect(changed).not.toBe(trig);
    expect(await verify(changed, 'application/trig')).toEqual({ verified: false, reason });
  });

  it('do not let labels of a stranger choose the canonical ones', async () => {
    const trig = await written(signed, 'application/trig');
    const [, first = ''] = /_:(\S+)/.exec(trig) ?? [];
    const renamed = trig.replaceAll(`_:${first}`, '_:c14n7');
    expect(await verify(renamed, 'application/trig')).toMatchObject({ verified: true, canonical });
  });

  it('are given up soon when made to be slow', async () => {
    const text = await written(signed, 'text/turtle');
    for (const slow of [
      `${'['.repeat(50_000)}`,
      `<urn:a> <urn:b> ${'( '.repeat(50_000)}${') '.repeat(50_000)} .`,
      Array.from({ length: 60 }, (_, at) =>
        Array.from({ length: 60 }, (__, to) => `_:a${at} <urn:p> _:a${to} .`).join('\n'),
      ).join('\n'),
      `<urn:a> <urn:b> "${'x'.repeat(10_000_000)}" .`,
    ]) {
      expect((await verify(`${text}\n${slow}`, 'text/turtle')).verified).toBe(false);
    }
  }, 20_000);

  it('are refused with a chain of 4,000 blank nodes that look alike, which would take minutes', async () => {
    const text = await written(signed, 'text/turtle');
    const chain = Array.from({ length: 4_000 }, (_, at) => `_:n${at} <urn:p> _:n${at + 1} .`);
    expect((await verify(`${text}\n${chain.join('\n')}`, 'text/turtle')).verified).toBe(false);
  }, 20_000);
});

describe('canonical N-Quads', () => {
  it('are refused in another order, with a line twice, or with labels of their own', async () => {
    const text = await written(signed, 'application/n-quads');
    const lines = text.split(/(?<=\n)/);
    for (const other of [
      lines.toReversed().join(''),
      [...lines, lines.at(-1)].join(''),
      text.replaceAll('_:c14n0', '_:x'),
      text.replaceAll('\n', '\r\n'),
    ]) {
      expect(await verify(other, 'application/n-quads')).toEqual(unreadable);
    }
  });
});

describe(storedFormOf, () => {
  it.each([
    ['application/ld+json; profile="x"', 'application/ld+json'],
    ['application/vc', 'application/ld+json'],
    ['Text/Turtle;charset=utf-8', 'text/turtle'],
    ['application/n-quads', 'application/n-quads'],
    ['text/html', undefined],
    ['', undefined],
  ])('reads %j', (contentType, form) => {
    expect(storedFormOf(contentType)).toBe(form);
  });
});
