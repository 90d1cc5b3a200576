import type { Notice } from '@grondslag/legal-basis';
import { expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { dutch } from '../test-support/words.ts';
import { noticeSentence } from './notice-words.ts';
import { isOpenNotice, type OpenNotice } from './open-notice.ts';
import { markAccessSeen, markSeen, readSeen, unseen } from './seen-notices.ts';

const view = exampleLawfulAccess();
const notice = (id: string, kind: OpenNotice['kind'], access = view.access.id): OpenNotice => ({
  ...{ id, kind, access, delayed: false, at: '2026-11-01T09:00:00Z' },
  agency: view.access.agency,
});
const given = notice('a', 'access-given');
const own = notice('b', 'objection-received', 'https://authority.example/v1/lawful-accesses/own');
const other = notice('c', 'access-ended', 'https://authority.example/v1/lawful-accesses/other');
const delayed: Notice = { id: 'd', delayed: true, until: '2027-01-01T00:00:00Z' };
const notices = [given, own, other, delayed];

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

it('calls new what was not on screen, but not what the citizen did or will hear later', () => {
  expect(unseen(notices, new Set())).toEqual([given, other]);
});

it('calls only the last notice about an access new, and none once the citizen objected', () => {
  const suspended = notice('e', 'access-suspended');
  expect(unseen([suspended, given], new Set())).toEqual([suspended]);
  expect(unseen([suspended, given], new Set([suspended.id]))).toEqual([]);
  expect(unseen([notice('f', 'objection-received'), given], new Set())).toEqual([]);
});

it('remembers what was on screen', () => {
  const device = storage();
  markSeen(device, [given.id]);
  expect(unseen(notices, readSeen(device))).toEqual([other]);
});

it('remembers only what the page of one access told', () => {
  const device = storage();
  markAccessSeen(device, notices, view.access.id);
  expect(unseen(notices, readSeen(device))).toEqual([other]);
});

it('calls a delayed notice new once it opens', () => {
  const device = storage();
  markSeen(
    device,
    notices.filter(isOpenNotice).map(({ id }) => id),
  );
  const opened = notice('d', 'access-given');
  expect(unseen([opened, ...notices.slice(0, 3)], readSeen(device))).toEqual([opened]);
});

it('works without storage: everything is new', () => {
  const closed = {
    getItem(): never {
      throw new Error('closed');
    },
    setItem(): never {
      throw new Error('closed');
    },
  };
  markSeen(closed, [given.id]);
  expect(unseen(notices, readSeen(closed))).toEqual([given, other]);
});

it('says what a notice tells, also of an access that is not there', () => {
  const known = { accesses: [view], participants: { agencies: [], sources: [] } };
  const told = { ...given, at: view.access.validFrom };
  expect(noticeSentence(given, known, 'nl', dutch)).toBe(
    'Bureau Aanvulling mag vanaf 15 november 2026 op grond van de wet lezen: uw inkomen en met wie u woont. U hoeft niets te doen.',
  );
  expect(noticeSentence(told, known, 'nl', dutch)).toBe(
    'Bureau Aanvulling mag op grond van de wet lezen: uw inkomen en met wie u woont. U hoeft niets te doen.',
  );
  expect(noticeSentence(other, known, 'nl', dutch)).toBe(
    'Bureau Aanvulling mag niet meer lezen: gegevens van u.',
  );
});
