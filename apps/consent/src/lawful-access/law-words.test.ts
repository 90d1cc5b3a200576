import { describe, expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { dutch, english } from '../test-support/words.ts';
import {
  canObject,
  endedSentence,
  isOpen,
  lawSentence,
  nameAgency,
  provisionInWords,
  stateInWords,
} from './law-words.ts';

const participants = { agencies: [], sources: [] };

describe('an access under a law in words', () => {
  it('says that the law governs it, by whom and what', () => {
    expect(lawSentence(exampleLawfulAccess(), 'nl', dutch)).toBe(
      'De wet regelt dat Bureau Aanvulling deze gegevens mag lezen: uw inkomen en met wie u woont.',
    );
    expect(lawSentence(exampleLawfulAccess(), 'en', english)).toBe(
      'The law says that Supplement Office may read these data: your income and who you live with.',
    );
  });

  it('does not say that a law governs an interest or an emergency', () => {
    for (const basis of ['d', 'f'] as const) {
      expect(lawSentence(exampleLawfulAccess({ basis }), 'nl', dutch)).not.toMatch(/wet/);
    }
  });

  it('names a provision by the title of its law, else by its identifier', () => {
    const view = exampleLawfulAccess();
    const named = { scheme: 'bwb', identifier: 'BWBR0015703', article: '47a' } as const;
    expect(provisionInWords(named, view, 'nl', dutch)).toBe('Participatiewet, artikel 47a');
    const other = { ...named, identifier: 'BWBR0002221' };
    expect(provisionInWords(other, view, 'nl', dutch)).toBe('BWBR0002221, art. 47a');
  });

  it('tells an objection apart from another reason to stand still', () => {
    const objected = exampleLawfulAccess({ state: 'suspended', rule: 'objection_open' });
    const suspended = exampleLawfulAccess({ state: 'suspended', rule: 'mandate_suspended' });
    expect(stateInWords(objected, 'nl', dutch)).toBe('Staat stil, omdat u bezwaar maakte');
    expect(stateInWords(suspended, 'nl', dutch)).toBe('Staat nu stil');
  });

  it('says from when it holds while the citizen waits', () => {
    expect(stateInWords(exampleLawfulAccess({ state: 'waiting' }), 'nl', dutch)).toBe(
      'Begint op 15 november 2026. Tot dan leest Bureau Aanvulling niets.',
    );
  });

  it('says how it ended', () => {
    expect(endedSentence(exampleLawfulAccess({ state: 'expired' }), 'nl', dutch)).toContain(
      'Dat liep af op 1 februari 2027.',
    );
    expect(endedSentence(exampleLawfulAccess({ state: 'ended' }), 'nl', dutch)).toContain(
      'Dat is gestopt.',
    );
  });

  it('names an agency as it was told, else as any other', () => {
    const accesses = [exampleLawfulAccess()];
    const known = { accesses, participants };
    expect(nameAgency('https://aanvulling.example/card#me', known, 'nl', dutch)).toBe(
      'Bureau Aanvulling',
    );
    expect(nameAgency('https://x.example/card#me', known, 'nl', dutch)).toContain('x.example');
  });
});

it('says of an emergency that was not justified that it should not have been opened, not that a law allowed it', () => {
  const view = exampleLawfulAccess({ basis: 'd', state: 'ended', reviewed: 'not-justified' });
  expect(endedSentence(view, 'nl', dutch)).toMatch(
    /^Bureau Aanvulling opende in nood: .* niet terecht/,
  );
  const justified = exampleLawfulAccess({ basis: 'd', state: 'expired', reviewed: 'justified' });
  expect(endedSentence(justified, 'nl', dutch)).not.toContain('terecht');
});

describe('canObject', () => {
  it.each(['e', 'f'] as const)('is true on basis %s', (basis) => {
    expect(canObject(exampleLawfulAccess({ basis }))).toBe(true);
  });
  it.each(['c', 'd'] as const)('is false on basis %s', (basis) => {
    expect(canObject(exampleLawfulAccess({ basis }))).toBe(false);
  });
  it('is false while an objection is open, and true again after a rejection', () => {
    expect(canObject(exampleLawfulAccess({ objection: 'open' }))).toBe(false);
    expect(canObject(exampleLawfulAccess({ objection: 'rejected' }))).toBe(true);
  });
});

it('counts what waits, holds or stands still as open', () => {
  const states = ['waiting', 'active', 'suspended', 'ended', 'expired'] as const;
  expect(states.filter((state) => isOpen(exampleLawfulAccess({ state })))).toEqual([
    'waiting',
    'active',
    'suspended',
  ]);
});
