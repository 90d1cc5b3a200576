import { cloudEventSchema } from '@grondslag/protocol/v1';
import { expect, it } from 'vitest';
import { changedLists } from './changed-lists.ts';

const of = (kind: string) => changedLists(JSON.stringify({ data: { kind } }));

it.each(cloudEventSchema.shape.data.shape.kind.options)('makes something old: %s', (kind) => {
  expect(of(kind).length).toBeGreaterThan(0);
});

it('makes questions old when one is asked', () => {
  expect(of('access-request')).toEqual(['requests']);
});

it.each(['', '{}', '{"data":{"kind":"something-new"}}', 'no JSON'])('leaves alone: %s', (event) => {
  expect(changedLists(event)).toEqual([]);
});
