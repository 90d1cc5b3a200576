import { authorityPaths, type ReadRecord, type ReadRecordPage } from '@grondslag/protocol';
import * as z from 'zod';
import { type CredentialStore, isLawfulAccess } from '../credentials/credential-store.ts';
import { plainUrlSchema } from '../credentials/plain-text.ts';
import { AuthorityError } from '../errors.ts';
import { isInSight } from '../helpers/helper.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { createSeesAccess, onlySeen } from '../helpers/sees-access.ts';
import { describeIssues } from '../http/read-body.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
import type { ReadStore } from './read-store.ts';

/** Powers that listing needs. */
export interface ListReadsPowers {
  readonly baseUrl: string;
  readonly reads: ReadStore;
  readonly credentials: CredentialStore;
  readonly mandates: MandateStore;
  readonly now: () => Date;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

// Opaque to callers: time and id of the last line of the page before.
const cursorPattern = /^(\d{1,15})_([0-9a-f-]{36})$/i;

/** Query of `GET v1/reads`. */
export const readsQuerySchema = z.object({
  grant: plainUrlSchema.exactOptional(),
  before: z
    .string()
    .regex(cursorPattern, 'not a cursor of this endpoint')
    .transform((cursor) => {
      const [, at, id = ''] = cursorPattern.exec(cursor) ?? [];
      return { at: new Date(Number(at)), id };
    })
    .exactOptional(),
  limit: z.coerce
    .number()
    .pipe(z.int().positive())
    .transform((limit) => Math.min(limit, MAX_LIMIT))
    .default(DEFAULT_LIMIT),
});

/**
 * What was read: the lines in which the caller is the citizen or the agency, newest first.
 *
 * @throws {AuthorityError} `invalid_query`
 */
export async function listReads(
  parameters: URLSearchParams,
  actor: Actor,
  powers: ListReadsPowers,
): Promise<ReadRecordPage> {
  const { baseUrl, reads, now } = powers;
  const query = readsQuerySchema.safeParse(Object.fromEntries(parameters));
  if (!query.success) throw new AuthorityError('invalid_query', describeIssues(query.error));
  const { grant, before, limit } = query.data;
  const { items, more } = await reads.query({
    participant: actor.webId,
    limit,
    now: now(),
    ...(grant !== undefined && { grant }),
    ...(before !== undefined && { before }),
  });
  const last = items.at(-1);
  return {
    // Of a helper a page may be short though there are more.
    items: [...(await onlySeen(items, createSeesRead(actor, powers)))],
    ...(more && last && { next: nextUrl(baseUrl, { grant, limit, last }) }),
  };
}

/** A helper sees what was done with the facts in sight, but for access of the hidden class. */
function createSeesRead(
  actor: Actor,
  powers: ListReadsPowers,
): (record: ReadRecord) => Promise<boolean> {
  const { webId, helper } = actor;
  if (helper === undefined) return async () => true;
  const sees = createSeesAccess(actor, powers);
  return async ({ owner, resource, grant: id }) => {
    if (owner !== webId || !isInSight(helper, [resource])) return false;
    const grant = await powers.credentials.find(id);
    if (grant === undefined) return false;
    return isLawfulAccess(grant)
      ? sees(grant.credential.credentialSubject.lawfulAccess)
      : seesCredential(actor, grant);
  };
}

function nextUrl(
  baseUrl: string,
  { grant, limit, last }: { grant: string | undefined; limit: number; last: ReadRecord },
): string {
  const url = new URL(authorityPaths.reads, baseUrl);
  if (grant !== undefined) url.searchParams.set('grant', grant);
  url.searchParams.set('limit', String(limit));
  url.searchParams.set('before', `${new Date(last.at).getTime()}_${last.id}`);
  return url.href;
}
