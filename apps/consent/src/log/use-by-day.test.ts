import type { ReadRecord } from '@grondslag/protocol';
import { expect, it } from 'vitest';
import { readsAsCsv } from './reads-as-csv.ts';
import { countByDay } from './use-by-day.ts';

const now = new Date(2026, 10, 22, 18, 0);

function record(at: Date, agency: string, method = 'GET'): ReadRecord {
  return {
    ...{ id: crypto.randomUUID(), at: at.toISOString(), agency, method },
    grant: 'https://authority.example/vc/1',
    owner: 'https://vault.example/anna/profile/card#me',
    resource: 'https://vault.example/anna/facts/income/2025',
  };
}
const daysAgo = (days: number, hour = 9) => new Date(2026, 10, 22 - days, hour);

it('counts looks by organisation and day, the last day today', () => {
  const uses = countByDay(
    [
      record(daysAgo(0), 'a'),
      record(daysAgo(0, 17), 'a'),
      record(daysAgo(2, 23), 'a'),
      record(daysAgo(1), 'b'),
    ],
    3,
    now,
  );
  expect(uses.map(({ agency, days, count }) => ({ agency, days, count }))).toEqual([
    { agency: 'a', days: [1, 0, 2], count: 3 },
    { agency: 'b', days: [0, 1, 0], count: 1 },
  ]);
  expect(uses[0]?.newest).toEqual(daysAgo(0, 17));
});

it('leaves out what is older, and what was put in the vault', () => {
  expect(countByDay([record(daysAgo(3), 'a'), record(daysAgo(0), 'a', 'PUT')], 3, now)).toEqual([]);
});

it('writes a table that no program takes for a formula', () => {
  const table = readsAsCsv(
    [{ at: daysAgo(0), agency: '=HYPERLINK("x")', what: 'uw "inkomen", en meer' }],
    ['Wanneer', 'Wie', 'Wat'],
  );
  expect(table.split('\r\n')).toEqual([
    '\ufeff"Wanneer","Wie","Wat"',
    `"${daysAgo(0).toISOString()}","'=HYPERLINK(""x"")","uw ""inkomen"", en meer"`,
    '',
  ]);
});
