/// <reference path="./rdf-canonize.d.ts" />
import { createHash, createPublicKey, verify } from 'node:crypto';
import { verifiableCredentialToDataset } from '@inrupt/solid-client-vc';
import { canonize } from 'rdf-canonize';
import * as z from 'zod';
import { expectEqual, expectStatus, expectThat, skip } from '../run/expect.ts';
import { decodeBase58 } from './multibase.ts';

const PROOF = 'https://w3id.org/security#proof';
const PROOF_VALUE = 'https://w3id.org/security#proofValue';
const SIGNATURE_BYTES = 64;

const signedSchema = z.looseObject({
  id: z.string(),
  issuer: z.string(),
  proof: z.looseObject({
    cryptosuite: z.string().exactOptional(),
    proofValue: z.string(),
    verificationMethod: z.url(),
  }),
});
const controllerSchema = z.looseObject({
  assertionMethod: z.array(z.unknown()),
  verificationMethod: z.array(z.looseObject({ id: z.string(), publicKeyMultibase: z.string() })),
});

/**
 * Checks the signature of a credential without asking its authority: over the RDF that a client of the libraries sees,
 * with the key that the issuer publishes.
 *
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.2}
 */
export async function expectProof(credential: object): Promise<void> {
  const signed = signedSchema.parse(credential);
  const { cryptosuite, proofValue, verificationMethod } = signed.proof;
  if (cryptosuite !== 'eddsa-rdfc-2022') {
    skip(`the proof is not eddsa-rdfc-2022 but ${cryptosuite ?? 'of another type'}`);
  }
  const signature = decodeBase58(proofValue);
  expectEqual('bytes of the signature', signature.length, SIGNATURE_BYTES);
  const quads = await quadsOf(signed);
  const graph = quads.find(({ predicate }) => predicate.value === PROOF)?.object;
  const configuration = quads
    .filter((quad) => quad.graph.value === graph?.value && quad.predicate.value !== PROOF_VALUE)
    .map(({ subject, predicate, object }) => ({ subject, predicate, object, graph: defaultGraph }));
  const document = quads.filter(
    ({ graph: { termType }, predicate }) =>
      termType === 'DefaultGraph' && predicate.value !== PROOF,
  );
  const message = Buffer.concat([await hash(configuration), await hash(document)]);
  const key = await publishedKey(verificationMethod, signed.issuer);
  expectThat(verify(null, message, key, signature), 'a signature that holds', proofValue);
}

interface Term {
  readonly termType: string;
  readonly value: string;
}

interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** The statements of a credential, by the library's own reader and its own contexts. */
async function quadsOf(credential: { readonly id: string }): Promise<Quad[]> {
  return [...((await verifiableCredentialToDataset(credential)) as unknown as Iterable<Quad>)];
}

const defaultGraph = { termType: 'DefaultGraph', value: '' };

async function hash(quads: Iterable<object>): Promise<Buffer> {
  const canonical = await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 2 });
  return createHash('sha256').update(canonical).digest();
}

const ED25519_PREFIX = Buffer.from([0xed, 0x01]);
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The key of a verification method, when its issuer stands behind it (Controlled Identifiers 1.0 §3.3). */
async function publishedKey(method: string, issuer: string) {
  const response = await fetch(new URL(issuer), { headers: { accept: 'application/json' } });
  await expectStatus(response, 200);
  const { assertionMethod, verificationMethod } = controllerSchema.parse(await response.json());
  expectThat(assertionMethod.includes(method), `assertionMethod ${method}`, assertionMethod);
  const found = verificationMethod.find(({ id }) => id === method);
  expectThat(found, `verificationMethod ${method}`, verificationMethod);
  const bytes = decodeBase58(found.publicKeyMultibase);
  expectThat(bytes.subarray(0, 2).equals(ED25519_PREFIX), 'an Ed25519 key', bytes.toString('hex'));
  const der = Buffer.concat([SPKI_PREFIX, bytes.subarray(2)]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}
