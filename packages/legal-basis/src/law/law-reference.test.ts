import { describe, expect, it } from 'vitest';
import { knownLaws } from './known-laws.ts';
import { lawReferenceSchema } from './law-reference.ts';
import { createLawRegister, lawSnapshotSchema } from './law-register.ts';

const now = new Date('2026-11-22T12:00:00Z');

describe('a law reference', () => {
  it.each([
    ['eli', 'http://data.europa.eu/eli/reg/2016/679/oj', '6(1)(e)'],
    ['eli', 'https://www.ejustice.just.fgov.be/eli/wet/1983/08/08/1984021265/justel', '8'],
    ['bwb', 'jci1.3:c:BWBR0015703&artikel=47a', '47a'],
    ['bwb', 'BWBR0015703', '47a'],
    ['codex', '1017242', '8'],
  ])('%s %s has the right form', (scheme, identifier, article) => {
    expect(lawReferenceSchema.safeParse({ scheme, identifier, article }).success).toBe(true);
  });

  it.each([
    ['eli', 'https://example.org/law/6', '6'],
    ['eli', 'javascript:alert(1)//eli/reg/2016', '6'],
    ['bwb', 'BWBR15703', '47a'],
    ['bwb', 'Participatiewet', '47a'],
    ['codex', '17242', '8'],
    ['bwb', 'BWBR0015703', ''],
    ['stb', '2012, 78', '1'],
  ])('%s %s has not', (scheme, identifier, article) => {
    expect(lawReferenceSchema.safeParse({ scheme, identifier, article }).success).toBe(false);
  });
});

describe(createLawRegister, () => {
  const laws = createLawRegister([lawSnapshotSchema.parse(knownLaws)]);
  const bwb = (identifier: string, article = '1') =>
    laws.lookUp({ scheme: 'bwb', identifier, article }, now);

  it('finds a law by its number or its juriconnect reference', () => {
    expect(bwb('BWBR0015703').state).toBe('in-force');
    expect(bwb('jci1.3:c:BWBR0015703&artikel=47a').state).toBe('in-force');
  });

  it('tells a repealed law from one it does not know', () => {
    expect(bwb('BWBR0011468').state).toBe('not-in-force');
    expect(bwb('BWBR9999999').state).toBe('unknown-law');
  });

  it('finds an ELI whether it was written with http or https', () => {
    const identifier = 'https://data.europa.eu/eli/reg/2016/679/oj';
    expect(laws.lookUp({ scheme: 'eli', identifier, article: '6' }, now).state).toBe('in-force');
  });

  it('knows that a provision came later than its law', () => {
    const reference = { scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' } as const;
    expect(laws.lookUp(reference, new Date('2009-12-31')).state).toBe('not-in-force');
    expect(laws.lookUp({ ...reference, article: '7' }, new Date('2009-12-31')).state).toBe(
      'in-force',
    );
  });

  it('lets an operator say more about a law, and that a provision ends', () => {
    const [law] = knownLaws.laws.filter(({ identifier }) => identifier === 'BWBR0015703');
    const articles = [{ article: '47a', validFrom: '2010-01-01', validUntil: '2027-01-01' }];
    const own = { laws: [{ ...(law as NonNullable<typeof law>), articles, complete: true }] };
    const { lookUp } = createLawRegister([knownLaws, own]);
    const reference = { scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' } as const;
    expect(lookUp(reference, now)).toMatchObject({
      state: 'in-force',
      until: new Date('2027-01-01'),
    });
    expect(lookUp(reference, new Date('2027-01-01')).state).toBe('not-in-force');
    expect(lookUp({ ...reference, article: '99' }, now).state).toBe('unknown-article');
  });
});
