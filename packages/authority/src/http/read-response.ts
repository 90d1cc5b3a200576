/**
 * Text of a response, read no further than `maxBytes`.
 *
 * @throws {RangeError} when there is more
 */
export async function readLimitedText(
  { body }: { readonly body: ReadableStream<Uint8Array> | null },
  maxBytes: number,
): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** JSON of a response, read no further than `maxBytes`. */
export async function readLimitedJson(response: Response, maxBytes: number): Promise<unknown> {
  return JSON.parse(await readLimitedText(response, maxBytes));
}
