import { base16 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { bbs2023, deriveBbsCredential } from '../bbs/index.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { deriveCredential } from '../issue/derive-credential.ts';
import { hashProof } from '../proof/hash-proof.ts';
import type { ProofConfig } from '../proof/proof-config.ts';
import { signedTexts } from '../proof/signed-texts.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import hashes from '../test-support/vectors/hashes.json' with { type: 'json' };
import { keyInName, readVector, vectorContexts } from '../test-support/vectors.ts';
import { nameByOrder } from './bbs/issue.ts';
import { readBbsBase } from './bbs/proof-values.ts';
import { hashEcdsaRdfc } from './ecdsa-rdfc.ts';
import { readBaseProofValue } from './ecdsa-sd/proof-values.ts';
import { groupByPointers, type NameLabels, nameByHmac } from './selective/group-by-pointers.ts';

/** What the recommendations choose to show of their examples. */
const boards = ['/credentialSubject/boards/0', '/credentialSubject/boards/1'];
const country = ['/validFrom', '/validUntil', '/credentialSubject/birthCountry'];

const options = { suites: [bbs2023], contexts: vectorContexts };

/** The two texts that a suite hashes, and the pieces they came from. */
async function textsOf(name: string) {
  const { proof, ...document } = readVector(name);
  const { proofValue, ...config } = proof;
  const signs = proof['cryptosuite'] === 'eddsa-jcs-2022' ? 'json' : 'rdf';
  const texts = await signedTexts(
    signs,
    { document },
    config as unknown as ProofConfig,
    vectorContexts,
  );
  return { ...texts, proofValue: String(proofValue), credential: document };
}

describe('the hashes that the recommendations publish', () => {
  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019-p256'] as const)(
    'are those of our texts: %s',
    async (name) => {
      const { proofConfig, document } = await textsOf(name);
      expect(hex((await hashProof(proofConfig, document)).message)).toBe(hashes[name]);
    },
  );

  it('are those of our texts: ecdsa-rdfc-2019-p384', async () => {
    const { proofConfig, document } = await textsOf('ecdsa-rdfc-2019-p384');
    expect(hex(await hashEcdsaRdfc('P-384', proofConfig, document))).toBe(
      hashes['ecdsa-rdfc-2019-p384'],
    );
  });

  it.each(['ecdsa-sd-2023-base', 'ecdsa-sd-2023-base-prc'] as const)(
    'are those of our mandatory statements: %s',
    async (name) => {
      const { proofConfig, proofValue, credential } = await textsOf(name);
      const { hmacKey, mandatoryPointers } = must(readBaseProofValue(proofValue));
      const mandatory = await mandatoryOf(credential, mandatoryPointers, await nameByHmac(hmacKey));
      expect(hex((await hashProof(proofConfig, mandatory)).message)).toBe(hashes[name]);
    },
  );

  it('are those of our mandatory statements: bbs-2023', async () => {
    const { proofConfig, proofValue, credential } = await textsOf('bbs-2023-base');
    const { hmacKey, mandatoryPointers, header } = must(readBbsBase(proofValue));
    const mandatory = await mandatoryOf(credential, mandatoryPointers, await nameByOrder(hmacKey));
    expect(hex((await hashProof(proofConfig, mandatory)).message)).toBe(hashes['bbs-2023-base']);
    expect(hex(header)).toBe(hashes['bbs-2023-base']);
  });
});

describe('the base proofs that the recommendations publish', () => {
  it.each([
    ['ecdsa-sd-2023-base', 'ecdsa-sd-2023-derived', boards],
    ['ecdsa-sd-2023-base-prc', 'ecdsa-sd-2023-derived-prc', country],
  ])('derive to what is published, byte for byte: %s', async (base, derived, pointers) => {
    expect(await deriveCredential(readVector(base), pointers, vectorContexts)).toEqual(
      readVector(derived),
    );
  });

  it('derive to what verifies and shows the same: bbs-2023', async () => {
    const { proof, ...shown } = await deriveBbsCredential(
      readVector('bbs-2023-base'),
      boards,
      undefined,
      vectorContexts,
    );
    const { proof: _, ...published } = readVector('bbs-2023-derived');
    expect(shown).toEqual(published);
    expect(await verifyProof({ ...shown, proof }, keyInName, undefined, options)).toMatchObject({
      verified: true,
    });
  });

  it.each([
    ['vc-data-model-ecdsa-sd-base', deriveCredential],
    [
      'vc-data-model-bbs-base',
      (credential: object, pointers: readonly string[], contexts: Contexts) =>
        deriveBbsCredential(credential, pointers, undefined, contexts),
    ],
  ])('derive to what verifies: %s', async (name, derive) => {
    const derived = await derive(readVector(name), ['/credentialSubject/degree'], vectorContexts);
    expect(await verifyProof(derived, keyInName, undefined, options)).toMatchObject({
      verified: true,
    });
  });

  it.each(['ecdsa-sd-2023-base', 'bbs-2023-base'])('do not verify themselves: %s', async (name) => {
    expect(await verifyProof(readVector(name), keyInName, undefined, options)).toMatchObject({
      verified: false,
    });
  });
});

async function mandatoryOf(
  document: object,
  pointers: readonly string[],
  labels: NameLabels,
): Promise<string> {
  return (await groupByPointers(document, pointers, labels, vectorContexts)).mandatory.join('');
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('Expected a base proof.');
  return value;
}

function hex(bytes: Uint8Array | undefined): string {
  return base16.encode(bytes ?? new Uint8Array()).toLowerCase();
}
