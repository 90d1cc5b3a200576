import { expect, it } from 'vitest';
import { MAX_LENGTH } from './check-way-back.ts';
import { findWayBack, keepWayBack } from './keep-way-back.ts';

const agency = 'https://agency.example/#us';
const other = 'https://other.example/#us';
const request = 'https://access.example/vc/1';
const participants = {
  agencies: [
    { webId: agency, name: { nl: 'Gemeente' }, redirectOrigins: ['https://agency.example'] },
    { webId: other, name: { nl: 'Andere' } },
  ],
  sources: [],
};

/** What a tab keeps, as far as it is used here. */
function tab() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it('finds the way back of its own request only', () => {
  const storage = tab();
  keepWayBack(storage, request, 'https://agency.example/back');
  expect(findWayBack(storage, request, agency, participants)).toMatchObject({ allowed: true });
  expect(findWayBack(storage, `${request}2`, agency, participants)).toBeUndefined();
});

it('counts the websites of the agency that asked, not those of another', () => {
  const storage = tab();
  keepWayBack(storage, request, 'https://agency.example/back');
  for (const webId of [other, 'https://unknown.example/#us']) {
    expect(findWayBack(storage, request, webId, participants)).toMatchObject({ allowed: false });
  }
});

it('forgets it when the citizen is sent again without one', () => {
  const storage = tab();
  keepWayBack(storage, request, 'https://agency.example/back');
  keepWayBack(storage, request, undefined);
  expect(findWayBack(storage, request, agency, participants)).toBeUndefined();
});

it('keeps no more of an address than shows that it is too long', () => {
  const storage = tab();
  keepWayBack(storage, request, `https://agency.example/${'a'.repeat(1_000_000)}`);
  expect(storage.getItem('way-back:1')?.length).toBe(MAX_LENGTH + 1);
  expect(findWayBack(storage, request, agency, participants)).toMatchObject({ allowed: false });
});
