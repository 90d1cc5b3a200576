import type { AnswerForWorker } from './worker-api.ts';

/** One more than the most that is ever used of an answer (a container of 1 MiB): what is cut here counts as too large. */
const MAX_BYTES = 1024 * 1024 + 1;

/** Takes in an answer so that it can be sent to a worker, and stops at `maxBytes`. */
export async function answerForWorker(
  response: Response,
  maxBytes = MAX_BYTES,
): Promise<AnswerForWorker> {
  const { status, headers, body } = response;
  const contentType = headers.get('content-type');
  return {
    status,
    headers: contentType === null ? [] : [['content-type', contentType]],
    body: body && (await readAtMost(body, maxBytes)),
  };
}

async function readAtMost(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // Not `for await`: not every browser walks a stream.
  const reader = body.getReader();
  while (length < maxBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value.subarray(0, maxBytes - length));
    length += value.length;
  }
  if (length >= maxBytes) await reader.cancel();
  return new Blob(parts).arrayBuffer();
}
