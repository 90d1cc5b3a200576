import type { Readable } from 'node:stream';

/**
 * Reads a stream of the server's as UTF-8; `undefined` when it is longer than `maxBytes`, or something else.
 *
 * By its events: iterating over a stream that the server guards does not end. Destroying it gives back the lock on the
 * resource.
 */
export async function readText(data: Readable, maxBytes: number): Promise<string | undefined> {
  const bytes = await new Promise<Buffer | undefined>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    data.on('data', (chunk: Uint8Array | string) => {
      const buffer = Buffer.from(chunk as Uint8Array);
      length += buffer.length;
      chunks.push(buffer);
      if (length <= maxBytes) return;
      resolve(undefined);
      data.destroy();
    });
    data.on('end', () => resolve(Buffer.concat(chunks)));
    data.on('error', reject);
  });
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
