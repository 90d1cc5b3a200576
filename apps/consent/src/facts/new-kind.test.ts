import {
  claimKindsOf,
  createClaimVerifier,
  generateSigningKey,
  issueCredential,
  issueStatusList,
  readShapes,
} from '@grondslag/claims';
import { CREDENTIALS_V2 } from '@grondslag/vocab';
import { compileFactKinds } from '@grondslag/vocab/compile-fact-kinds';
import { assert, describe, expect, it } from 'vitest';
import shape from '../test-support/library-card.shacl.ttl?raw';
import { dutch, english } from '../test-support/words.ts';
import { factLines, factTitle, knownFactPhrase } from './shown-fact.ts';

const LIBRARY = 'https://library.example/';
const TERMS = `${LIBRARY}terms#`;
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const citizen = 'https://vault.example/anna/profile/card#me';
const now = new Date('2026-03-01T00:00:00Z');
const suite = 'eddsa-rdfc-2022';

const typed = (type: string, value: string) => ({ '@type': `${XSD}${type}`, '@value': value });
const fact = {
  type: `${TERMS}LibraryCard`,
  [`${TERMS}cardNumber`]: 'B-1203',
  [`${TERMS}books`]: typed('integer', '12'),
  [`${TERMS}isForChildren`]: typed('boolean', 'false'),
  [`${TERMS}fine`]: typed('decimal', '1.50'),
  [`${TERMS}fineCurrency`]: 'EUR',
};

/** Signs a fact of a kind that no code knows and verifies it as the app does; the shape is given or not. */
async function verify(shapes: readonly string[]) {
  const { key } = await generateSigningKey(`${LIBRARY}#key-1`);
  const validFrom = '2026-01-05T09:00:00Z';
  const text = await issueCredential(
    {
      '@context': [CREDENTIALS_V2],
      id: `${LIBRARY}1`,
      type: ['VerifiableCredential', `${TERMS}LibraryCardCredential`],
      issuer: LIBRARY,
      validFrom,
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: `${LIBRARY}status/1`,
      },
      credentialSubject: { id: citizen, [`${TERMS}libraryCard`]: fact },
    },
    { suite, key, now },
  );
  const list = await issueStatusList(
    {
      ...{ id: `${LIBRARY}status/1`, issuer: LIBRARY, purpose: 'revocation', values: [] },
      ...{ validFrom: new Date(validFrom), validUntil: new Date('2027-01-01T00:00:00Z') },
    },
    { suite, key, now },
  );
  const verifier = createClaimVerifier({
    sources: [
      {
        ...{ id: LIBRARY, name: { nl: 'Bibliotheek' }, statusLists: `${LIBRARY}status/` },
        claimTypes: [`${TERMS}LibraryCardCredential`],
        keys: { [key.id]: key.publicKeyMultibase },
      },
    ],
    fetch: async () => Response.json(list),
    now: () => now,
    ...(shapes.length > 0 && { kinds: claimKindsOf(await readShapes(...shapes)) }),
  });
  return verifier.verify(
    'https://vault.example/anna/facts/library/1',
    JSON.stringify(text),
    citizen,
  );
}

describe('a kind of fact that no code knows', () => {
  it('is verified and shown in words by its shape alone', async () => {
    const outcome = await verify([shape]);
    assert(outcome.verified, JSON.stringify(outcome));
    const kinds = compileFactKinds(shape);
    const { fact: said } = outcome.claim;
    expect(factTitle(said, dutch, kinds)).toBe('Bibliotheekpas B-1203');
    expect(knownFactPhrase(said, english, kinds)).toBe('your library card');
    expect(factLines(said, dutch, kinds)).toEqual([
      ['Hoeveel tegelijk', '12 boeken'],
      ['Jeugdpas', 'nee'],
      ['Boete', '€\u00a01,50'],
    ]);
    expect(Object.keys(kinds.themes)).toEqual(['culture']);
  });

  it('is not verified without a shape, and still shown with the names its source uses', async () => {
    const outcome = await verify([]);
    assert(!outcome.verified);
    const { reason, source, fact: said } = outcome.leftOut;
    expect(reason).toBe('unknown_claim');
    expect(source?.name.nl).toBe('Bibliotheek');
    assert(said !== undefined);
    expect(factTitle(said, dutch)).toBe('Library card');
    expect(factLines(said, dutch)).toContainEqual(['Card number', 'B-1203']);
    expect(factLines(said, dutch)).toHaveLength(5);
  });
});
