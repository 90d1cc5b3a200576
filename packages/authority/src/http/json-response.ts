/**
 * A JSON answer with its length: clients refuse one without `Content-Length`, so nothing is ever sent in chunks.
 */
export function jsonResponse(
  body: unknown,
  {
    status = 200,
    contentType = 'application/json',
    headers = {},
  }: {
    readonly status?: number;
    readonly contentType?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return new Response(bytes, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...headers,
      'Content-Type': contentType,
      'Content-Length': String(bytes.byteLength),
    },
  });
}
