import { describe, expect, it } from 'vitest';
import { official } from '../decision-table/example.ts';
import { answerDeadline } from './answer-deadline.ts';
import { type Objection, objectionSchema, objectionState, suspendsAccess } from './objection.ts';

const objection = (members: Partial<Objection>): Objection =>
  objectionSchema.parse({
    ...{ id: 'https://access.example/v1/objections/1', grounds: 'Het klopt niet.' },
    ...{ access: 'https://access.example/v1/lawful-accesses/1', citizen: 'https://v.example/#me' },
    ...{ agency: 'https://a.example/#me', mandate: 'https://access.example/v1/mandates/1' },
    receivedAt: '2026-11-22T10:30:00Z',
    ...members,
  });
const extension = (at: string) => ({ reasons: { nl: 'Veel bezwaren.' }, by: official, at });
const answer = {
  ...{ outcome: 'rejected' as const, reasons: { nl: 'De taak vraagt erom.' }, by: official },
  at: '2026-12-01T09:00:00Z',
};

describe(answerDeadline, () => {
  it.each([
    ['a month', '2026-11-22T10:30:00Z', undefined, '2026-12-22T10:30:00.000Z'],
    [
      'the last day of a shorter month',
      '2027-01-31T10:30:00Z',
      undefined,
      '2027-02-28T10:30:00.000Z',
    ],
    ['February of a leap year', '2028-01-30T10:30:00Z', undefined, '2028-02-29T10:30:00.000Z'],
    ['over the end of a year', '2026-12-31T23:59:59Z', undefined, '2027-01-31T23:59:59.000Z'],
    [
      'three months, told in time',
      '2026-11-30T10:30:00Z',
      '2026-12-29T09:00:00Z',
      '2027-02-28T10:30:00.000Z',
    ],
    [
      'one month, told too late',
      '2026-11-22T10:30:00Z',
      '2026-12-22T10:30:01Z',
      '2026-12-22T10:30:00.000Z',
    ],
  ])('is %s', (_what, receivedAt, extendedAt, expected) => {
    const one = objection({ receivedAt, ...(extendedAt && { extension: extension(extendedAt) }) });
    expect(answerDeadline(one).toISOString()).toBe(expected);
  });
});

describe(suspendsAccess, () => {
  const exception = { ...extension('2026-11-23T09:00:00Z'), ground: 'legal-claims' as const };
  it.each<[string, Partial<Objection>, boolean]>([
    ['from the moment it is received', {}, true],
    ['not with an exception on record', { exception }, false],
    ['not after an answer', { answer }, false],
  ])('%s', (_what, members, suspends) => {
    expect(suspendsAccess(objection(members))).toBe(suspends);
  });
});

describe(objectionState, () => {
  it('is that of the answer', () => {
    expect(objectionState(objection({}))).toBe('received');
    expect(objectionState(objection({ answer }))).toBe('rejected');
  });
});
