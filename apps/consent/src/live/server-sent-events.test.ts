import { expect, it } from 'vitest';
import { createEventReader } from './server-sent-events.ts';

it('makes whole events of pieces, wherever they were cut', () => {
  const stream = 'retry: 1000\n\nid: 7\ndata: {"a": 1}\n\n: still here\n\nid: 8\ndata: b\n\n';
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const read = createEventReader();
    expect([...read(stream.slice(0, cut)), ...read(stream.slice(cut))]).toEqual([
      { id: '7', data: '{"a": 1}' },
      { id: '8', data: 'b' },
    ]);
  }
});

it('joins lines of data, and keeps what is not whole', () => {
  const read = createEventReader();
  expect(read('data: one\ndata: two\n\ndata: thr')).toEqual([{ id: undefined, data: 'one\ntwo' }]);
});
