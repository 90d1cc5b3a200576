import type { HonoRequest } from 'hono';
import { identifyCaller } from './identify-caller.ts';

/** WebID of who sent this; `undefined` when nobody logged in, where that is not needed. */
export async function identifyOptionalCaller(
  request: HonoRequest,
  powers: Parameters<typeof identifyCaller>[1],
): Promise<string | undefined> {
  if (request.header('Authorization') === undefined) return undefined;
  return (await identifyCaller(request, powers)).webId;
}
