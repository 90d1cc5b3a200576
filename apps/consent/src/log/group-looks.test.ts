import type { HelperLook } from '@grondslag/protocol/v1';
import { expect, it } from 'vitest';
import { groupLooks } from './group-looks.ts';

function look(at: Date, kind: HelperLook['kind'], helper = 'noor'): HelperLook {
  const id = crypto.randomUUID();
  return {
    id,
    at: at.toISOString(),
    kind,
    helper: `https://authority.example/v1/helpers/${helper}`,
  };
}
const morning = new Date(2026, 10, 22, 0, 10);
const noon = new Date(2026, 10, 22, 12, 0);
const yesterday = new Date(2026, 10, 21, 23, 50);

it('makes one line of a helper and a day, by the day where the citizen is', () => {
  const looks = [
    look(noon, 'reads'),
    look(noon, 'law', 'jan'),
    look(morning, 'questions'),
    look(yesterday, 'reads'),
  ];
  const days = [...groupLooks(looks)].map(([day, lines]) => [
    new Date(day).getDate(),
    lines.map(({ helper, kinds }) => [helper.split('/').at(-1), ...kinds]),
  ]);
  expect(days).toEqual([
    [
      22,
      [
        ['noor', 'questions', 'reads'],
        ['jan', 'law'],
      ],
    ],
    [21, [['noor', 'reads']]],
  ]);
});

it('names a kind once where two days of the authority fall in one of the citizen', () => {
  const [lines] = groupLooks([look(noon, 'reads'), look(morning, 'reads')]).values();
  expect(lines).toMatchObject([{ kinds: ['reads'] }]);
});
