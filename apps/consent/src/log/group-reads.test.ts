import type { ReadRecord } from '@grondslag/protocol';
import { expect, it } from 'vitest';
import { countRecent, groupReads } from './group-reads.ts';

function record(at: Date, more: Partial<ReadRecord> = {}): ReadRecord {
  return {
    id: crypto.randomUUID(),
    at: at.toISOString(),
    grant: 'https://authority.example/vc/1',
    agency: 'https://agency.example/#us',
    owner: 'https://vault.example/anna/profile/card#me',
    resource: 'https://vault.example/anna/facts/income/2025',
    method: 'GET',
    ...more,
  };
}
const morning = new Date(2026, 10, 22, 9, 0);
const noon = new Date(2026, 10, 22, 12, 0);
const yesterday = new Date(2026, 10, 21, 23, 30);

it('puts days and lines newest first, and repetitions of a day in one line', () => {
  const days = groupReads([record(yesterday), record(noon), record(morning)]);
  expect(days.map(({ day }) => day.getDate())).toEqual([22, 21]);
  expect(days[0]?.lines.map(({ times }) => times)).toEqual([[noon, morning]]);
});

it('keeps other things, other permissions and changes apart', () => {
  const [day] = groupReads([
    record(noon),
    record(noon, { resource: 'https://vault.example/anna/facts/income/2024' }),
    record(noon, { grant: 'https://authority.example/vc/2' }),
    record(noon, { method: 'PUT' }),
    record(noon, { method: 'HEAD' }),
    record(noon, { method: 'SUBSCRIBE' }),
  ]);
  expect(day?.lines.map(({ changed }) => changed)).toEqual([false, false, false, true]);
});

it('counts what was read in the last days, and not what sources put there', () => {
  const records = [record(noon), record(noon, { method: 'PUT' }), record(yesterday)];
  expect(countRecent(records, 1, new Date(2026, 10, 23, 0, 0))).toBe(1);
});
