import { type Notice, noticeSchema } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { pageSchema } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Authenticate } from '../authentication/caller.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { type Actor, identifyActor } from '../helpers/identify-actor.ts';
import { createSeesAccess, onlySeen } from '../helpers/sees-access.ts';
import { jsonResponse } from '../http/json-response.ts';
import { readPlainQuery } from '../http/plain-body.ts';
import type { LawfulAccessStore } from '../lawful-access/lawful-access-store.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
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
  readonly lawfulAccesses: LawfulAccessStore;
  readonly mandates: MandateStore;
  readonly helpers: HelperStore;
  readonly now: () => Date;
}): Hono {
  return new Hono().get(`/${path}`, async (c) => {
    const actor = await identifyActor(c.req, powers, 'law');
    const { webId } = actor;
    const { cursor } = readPlainQuery(c.req, noticeQuerySchema);
    const page = { limit: PAGE_SIZE + 1, ...(cursor !== undefined && { olderThan: cursor }) };
    const found = await powers.notices.list(webId, page);
    const shown = found.slice(0, PAGE_SIZE);
    const last = found.length > PAGE_SIZE ? shown.at(-1)?.notice : undefined;
    const sees = createSeesNotice(actor, powers);
    const items = (await onlySeen(shown, sees)).map((one) => show(one, powers.now()));
    return jsonResponse({
      items,
      ...(last && { next: new URL(`${path}?cursor=${last.id}`, powers.baseUrl).href }),
    });
  });
}

/** A helper is told of what is in sight, and of what is told later nothing. */
function createSeesNotice(
  actor: Actor,
  powers: Pick<Parameters<typeof noticeRoutes>[0], 'lawfulAccesses' | 'mandates' | 'now'>,
): (one: NewNotice) => Promise<boolean> {
  const sees = createSeesAccess(actor, powers);
  return async ({ notice, hiddenUntil }) => {
    if (actor.helper === undefined) return true;
    if (hiddenUntil !== undefined && hiddenUntil > powers.now()) return false;
    const found = await powers.lawfulAccesses.find(notice.access);
    return found !== undefined && sees(found.access);
  };
}

/** It opens by itself, when its time has come. */
function show({ notice, hiddenUntil }: NewNotice, now: Date): Notice {
  if (hiddenUntil === undefined || hiddenUntil <= now) return notice;
  return { id: notice.id, delayed: true, until: hiddenUntil.toISOString() };
}
