import type { Readable } from 'node:stream';

/** Reads a body as UTF-8; `undefined` as soon as it is larger than allowed. */
export async function readTextBody(
  stream: Readable,
  maxBodyBytes: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
