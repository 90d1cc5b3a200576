import { describe, expect, it } from 'vitest';
import { answerForWorker } from './answer-for-worker.ts';

const text = (body: ArrayBuffer | null) => body && new TextDecoder().decode(body);

describe('an answer on its way to the worker', () => {
  it('keeps its status, its media type and its body', async () => {
    const response = new Response('<> a <#Fact>.', {
      status: 200,
      headers: { 'content-type': 'text/turtle', 'set-cookie': 'no', etag: '"1"' },
    });
    const { status, headers, body } = await answerForWorker(response);
    expect({ status, headers, body: text(body) }).toEqual({
      status: 200,
      headers: [['content-type', 'text/turtle']],
      body: '<> a <#Fact>.',
    });
  });

  it('may have no body', async () => {
    const { status, body } = await answerForWorker(new Response(null, { status: 204 }));
    expect({ status, body }).toEqual({ status: 204, body: null });
  });

  it('is cut where nothing is used any more, and the rest is not received', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new TextEncoder().encode('abcd'));
      },
    });
    const { body } = await answerForWorker(new Response(endless), 10);
    expect(text(body)).toBe('abcdabcdab');
    expect(sent).toBeLessThan(10);
  });
});
