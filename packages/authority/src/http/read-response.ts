/**
 * Text of a response, read no further than `maxBytes`. Up to `discardBytes` more are taken in and thrown away: for
 * a request, because who is still sending when the connection closes may not see the answer.
 *
 * @throws {RangeError} when there is more than `maxBytes`
 */
export async function readLimitedText(
  { body }: { readonly body: ReadableStream<Uint8Array> | null },
  maxBytes: number,
  discardBytes = 0,
): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes + discardBytes) break;
    if (size <= maxBytes) text += decoder.decode(chunk, { stream: true });
  }
  if (size > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
  return text + decoder.decode();
}

/** JSON of a response, read no further than `maxBytes`. */
export async function readLimitedJson(response: Response, maxBytes: number): Promise<unknown> {
  return JSON.parse(await readLimitedText(response, maxBytes));
}
