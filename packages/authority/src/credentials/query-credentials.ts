import type { QueryResponse } from '@grondslag/protocol';
import { authorityPaths, grantStateSchema, requestStateSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { AuthorityError } from '../errors.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { describeIssues } from '../http/read-body.ts';
import { credentialUrl, uuidOf } from './credential-id.ts';
import type { CredentialStore } from './credential-store.ts';
import { plainUrlSchema } from './plain-text.ts';

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

const period = z.enum(['P1D', 'P7D', 'P1M', 'P3M']);

/** Parameters of `GET query`, as the access-grant libraries send them. */
export const credentialQuerySchema = z.object({
  type: z.enum(['SolidAccessRequest', 'SolidAccessGrant', 'SolidAccessDenial']).exactOptional(),
  status: z.union([requestStateSchema, grantStateSchema]).exactOptional(),
  fromAgent: plainUrlSchema.exactOptional(),
  toAgent: plainUrlSchema.exactOptional(),
  resource: plainUrlSchema.exactOptional(),
  purpose: plainUrlSchema.exactOptional(),
  issuedWithin: period.exactOptional(),
  revokedWithin: period.exactOptional(),
  pageSize: z.coerce
    .number()
    .pipe(z.int().positive())
    .transform((size) => Math.min(size, MAX_PAGE_SIZE))
    .default(DEFAULT_PAGE_SIZE),
  page: z.uuid().exactOptional(),
});

/** One page, and the absolute URLs of others by their `rel`. */
export interface QueryPage extends QueryResponse {
  readonly links: Readonly<Record<string, string>>;
}

/**
 * The credentials in which the caller takes part, or whom the caller helps, newest first.
 *
 * @throws {AuthorityError} `invalid_query`
 */
export async function queryCredentials(
  parameters: URLSearchParams,
  actor: Actor,
  {
    baseUrl,
    credentials,
    now: clock,
  }: {
    readonly baseUrl: string;
    readonly credentials: CredentialStore;
    readonly now: () => Date;
  },
): Promise<QueryPage> {
  const query = parseQuery(parameters);
  const now = clock();
  const { items, next } = await credentials.query({
    participant: actor.webId,
    now,
    limit: query.pageSize,
    ...(query.type && { kind: query.type }),
    ...(query.status && { state: query.status }),
    ...(query.fromAgent && { fromAgent: query.fromAgent }),
    ...(query.toAgent && { toAgent: query.toAgent }),
    ...(query.resource && { resource: query.resource }),
    ...(query.purpose && { purpose: query.purpose }),
    ...(query.issuedWithin && { recordedSince: startOf(query.issuedWithin, now) }),
    ...(query.revokedWithin && { revokedSince: startOf(query.revokedWithin, now) }),
    ...(query.page && { olderThan: credentialUrl(baseUrl, query.page) }),
  });
  return {
    // Of a helper a page may be short though there are more.
    items: items.filter((one) => seesCredential(actor, one)).map(({ credential }) => credential),
    links: {
      first: pageUrl(baseUrl, parameters),
      ...(next && { next: pageUrl(baseUrl, parameters, uuidOf(baseUrl, next)) }),
    },
  };
}

function parseQuery(parameters: URLSearchParams): z.infer<typeof credentialQuerySchema> {
  const parsed = credentialQuerySchema.safeParse(Object.fromEntries(parameters));
  if (parsed.success) return parsed.data;
  throw new AuthorityError('invalid_query', describeIssues(parsed.error));
}

function startOf(within: z.infer<typeof period>, now: Date): Date {
  const start = new Date(now);
  if (within === 'P1D') start.setUTCDate(start.getUTCDate() - 1);
  if (within === 'P7D') start.setUTCDate(start.getUTCDate() - 7);
  if (within === 'P1M') start.setUTCMonth(start.getUTCMonth() - 1);
  if (within === 'P3M') start.setUTCMonth(start.getUTCMonth() - 3);
  return start;
}

function pageUrl(baseUrl: string, parameters: URLSearchParams, page?: string): string {
  const url = new URL(authorityPaths.query, baseUrl);
  for (const name of Object.keys(credentialQuerySchema.shape)) {
    const value = parameters.get(name);
    if (value !== null && name !== 'page') url.searchParams.set(name, value);
  }
  if (page !== undefined) url.searchParams.set('page', page);
  return url.href;
}
