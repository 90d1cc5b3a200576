import type { HonoRequest } from 'hono';
import type { Authenticate, Caller } from '../authentication/caller.ts';

/** Who sent this request, by the URL the caller knows us under: never by the `Host` header. */
export async function identifyCaller(
  request: HonoRequest,
  { baseUrl, authenticate }: { readonly baseUrl: string; readonly authenticate: Authenticate },
): Promise<Caller> {
  return authenticate({
    method: request.method,
    // The path as it was sent: that of Hono is decoded.
    url: new URL(baseUrl).origin + new URL(request.url).pathname,
    authorization: request.header('Authorization'),
    dpop: request.header('DPoP'),
  });
}
