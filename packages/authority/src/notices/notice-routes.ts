import { type Notice, noticeSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { pageSchema } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Authenticate } from '../authentication/caller.ts';
import { identifyCaller } from '../http/identify-caller.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainQuery } from '../http/plain-body.ts';
import type { NewNotice, NoticeStore } from './notice-store.ts';

const PAGE_SIZE = 50;
const path = authorityPaths.notices;

/** Query of `GET v1/notices`. */
export const noticeQuerySchema = z.strictObject({ cursor: z.uuid().exactOptional() });
export const noticePageSchema = pageSchema(noticeSchema);

/** What a citizen was told, and how much is told later. */
export function noticeRoutes(powers: {
  readonly baseUrl: string;
  readonly authenticate: Authenticate;
  readonly notices: NoticeStore;
  readonly now: () => Date;
}): Hono {
  return new Hono().get(`/${path}`, async (c) => {
    const { webId } = await identifyCaller(c.req, powers);
    const { cursor } = readPlainQuery(c.req, noticeQuerySchema);
    const page = { limit: PAGE_SIZE + 1, ...(cursor !== undefined && { olderThan: cursor }) };
    const found = await powers.notices.list(webId, page);
    const shown = found.slice(0, PAGE_SIZE);
    const items = shown.map((one) => show(one, powers.now()));
    const last = found.length > PAGE_SIZE ? items.at(-1) : undefined;
    return jsonResponse({
      items,
      ...(last && { next: new URL(`${path}?cursor=${last.id}`, powers.baseUrl).href }),
    });
  });
}

/** It opens by itself, when its time has come. */
function show({ notice, hiddenUntil }: NewNotice, now: Date): Notice {
  if (hiddenUntil === undefined || hiddenUntil <= now) return notice;
  return { id: notice.id, delayed: true, until: hiddenUntil.toISOString() };
}
