import { authorityPaths } from '@grondslag/protocol';
import { helperLookQuerySchema } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainQuery } from '../http/plain-body.ts';
import type { HelperPowers } from './helper-powers.ts';

const PAGE_SIZE = 100;
const path = authorityPaths.helperLooks;

/** What helpers looked through, for the citizen alone; what they read in the vault is in the log of reads. */
export function lookRoutes(
  powers: Pick<HelperPowers, 'baseUrl' | 'authenticate' | 'helpers'>,
): Hono {
  return new Hono().get(`/${path}`, async (c) => {
    const { webId } = await identifyCaller(c.req, powers);
    const { cursor } = readPlainQuery(c.req, helperLookQuerySchema);
    const found = await powers.helpers.listLooks(webId, {
      limit: PAGE_SIZE + 1,
      ...(cursor !== undefined && { olderThan: cursor }),
    });
    const items = found.slice(0, PAGE_SIZE);
    const last = found.length > PAGE_SIZE ? items.at(-1) : undefined;
    return jsonResponse({
      items,
      ...(last && { next: new URL(`${path}?cursor=${last.id}`, powers.baseUrl).href }),
    });
  });
}
