import { rights } from '@grondslag/legal-basis';
import { expect, it } from 'vitest';
import { asksFor, readAsked } from './asked-right.ts';

it('asks organisations for what does not work by itself', () => {
  expect(rights.filter((right) => asksFor(right) !== undefined)).toEqual([
    ...['restriction', 'erasure', 'portability', 'access'],
  ]);
});

it('reads its own addresses and no others', () => {
  expect(readAsked('erasure-grant-01a2-b')).toEqual({
    right: 'erasure',
    kind: 'grant',
    id: '01a2-b',
  });
  expect(readAsked('access-law-1')).toEqual({ right: 'access', kind: 'law', id: '1' });
  for (const other of ['', 'erasure', 'object-law-1', 'erasure-vault-1', 'erasure-grant-']) {
    expect(readAsked(other)).toBeUndefined();
  }
});
