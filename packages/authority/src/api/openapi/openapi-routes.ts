import { authorityPaths } from '@grondslag/protocol';
import { Hono } from 'hono';
import { jsonResponse } from '../../http/json-response.ts';
import { createOpenApi } from './create-openapi.ts';
import { docsPage } from './docs-page.ts';

/** The description of this API, for programs and for people. */
export function openApiRoutes({ baseUrl }: { readonly baseUrl: string }): Hono {
  // Made when first asked for: a start does not wait for it.
  let made: ReturnType<typeof createOpenApi> | undefined;
  const document = () => {
    made ??= createOpenApi(baseUrl);
    return made;
  };
  return new Hono()
    .get(`/${authorityPaths.openapi}`, () =>
      jsonResponse(document(), { headers: { 'Cache-Control': 'public, max-age=300' } }),
    )
    .get(`/${authorityPaths.docs}`, () => docsPage(document()));
}
