import { describe, expect, it } from 'vitest';
import { official } from '../decision-table/example.ts';
import {
  type Correction,
  correctionState,
  newAgencyReportSchema,
  newCorrectionSchema,
  newCorrectionStepSchema,
  stepsAfter,
} from './correction.ts';

const report = {
  resource: 'https://vault.example/anna/facts/work/employment',
  credential: 'urn:uuid:9b1d1a36-6a7e-4f62-8f3b-2f0a6a3f0c11',
  claimType: 'https://w3id.org/grondslag/terms#EmploymentCredential',
  source: 'https://work.example/',
  fields: [{ name: 'hoursPerWeek', shouldBe: '36' }],
};
const step = (members: object) =>
  newCorrectionStepSchema.safeParse({ step: 'corrected', by: official, ...members }).success;

describe('a report of an error', () => {
  it.each<[string, object, boolean]>([
    ['names a field and what it should be', {}, true],
    ['may leave open what it should be', { fields: [{ name: 'employer' }] }, true],
    ['may add own words', { words: 'Ik werk er meer uren.' }, true],
    ['names at least one field', { fields: [] }, false],
    ['has words of two thousand characters at most', { words: 'a'.repeat(2_001) }, false],
    [
      'says no field twice as long as a page',
      { fields: [{ name: 'a', shouldBe: 'b'.repeat(501) }] },
      false,
    ],
    ['has no field that is no name', { fields: [{ name: '<b>' }] }, false],
    ['has nothing else', { amount: '1' }, false],
  ])('%s', (_, members, isRight) => {
    expect(newCorrectionSchema.safeParse({ ...report, ...members }).success).toBe(isRight);
  });
});

describe('a report of an agency', () => {
  const { fields: _own, ...fact } = report;
  const reported = {
    ...{ ...fact, access: 'https://access.example/vc/1', doubt: 'out-of-date' },
    fields: [{ name: 'hoursPerWeek' }],
  };
  it.each<[string, object, boolean]>([
    ['names fields, and why they are doubted', {}, true],
    ['names no value', { fields: [{ name: 'hoursPerWeek', shouldBe: '36' }] }, false],
    ['has no words of its own', { words: 'Zij werkt minder.' }, false],
    ['doubts for a reason of the list', { doubt: 'Buurman zegt van niet.' }, false],
    ['names one field at least', { fields: [] }, false],
  ])('%s', (_, members, isRight) => {
    expect(newAgencyReportSchema.safeParse({ ...reported, ...members }).success).toBe(isRight);
  });
});

describe('a step of the source', () => {
  it('that rejects says why', () => {
    expect(step({ step: 'rejected' })).toBe(false);
    expect(step({ step: 'rejected', reasons: { nl: 'Het contract zegt 32 uur.' } })).toBe(true);
  });

  it('names what takes the place of a fact only when it was corrected', () => {
    const replacement = report.resource;
    expect(step({ replacement })).toBe(true);
    expect(step({ step: 'in-examination', replacement })).toBe(false);
  });

  it('leads to an end, after which nothing follows', () => {
    const at = '2026-12-01T09:00:00Z';
    const steps: Correction['steps'] = [];
    expect(correctionState({ steps })).toBe('received');
    steps.push({ step: 'in-examination', by: official, at });
    expect(stepsAfter(correctionState({ steps }))).toEqual(['corrected', 'rejected']);
    steps.push({ step: 'corrected', by: official, at });
    expect(stepsAfter(correctionState({ steps }))).toEqual([]);
  });
});
