import type { GrantState, RequestState } from '@grondslag/protocol';
import type { AccessFilter } from '@grondslag/protocol/v1';
import { credentialUrl, uuidOf } from '../credentials/credential-id.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { isPlainText } from '../credentials/plain-text.ts';
import { AuthorityError } from '../errors.ts';
import type { Actor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { describeIssues } from '../http/read-body.ts';
import type { Collection } from './collections.ts';
import { type AccessView, showAccess } from './show-access.ts';

const states: Record<NonNullable<AccessFilter['state']>, RequestState | GrantState> = {
  pending: 'Pending',
  granted: 'Granted',
  denied: 'Denied',
  canceled: 'Canceled',
  active: 'Active',
  suspended: 'Suspended',
  revoked: 'Revoked',
  expired: 'Expired',
};

/** One page, and the absolute URL of the next. */
export interface AccessPage {
  readonly items: readonly AccessView[];
  readonly next?: string;
}

/**
 * What the caller takes part in, or whom the caller helps, newest first.
 *
 * @throws {AuthorityError} `invalid_query`
 */
export async function listAccess(
  { path, kind, filter }: Collection,
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
): Promise<AccessPage> {
  const asked = parseFilter(filter, parameters);
  const now = clock();
  const byAgency = kind === 'SolidAccessRequest';
  const fromAgent = byAgency ? asked.agency : asked.citizen;
  const toAgent = byAgency ? asked.citizen : asked.agency;
  const { items, next } = await credentials.query({
    participant: actor.webId,
    kind,
    now,
    limit: asked.pageSize,
    ...(asked.state && { state: states[asked.state] }),
    ...(fromAgent && { fromAgent }),
    ...(toAgent && { toAgent }),
    ...(asked.resource && { resource: asked.resource }),
    ...(asked.purpose && { purpose: asked.purpose }),
    ...(asked.issuedAfter && { recordedSince: new Date(asked.issuedAfter) }),
    ...(asked.cursor && { olderThan: credentialUrl(baseUrl, asked.cursor) }),
  });
  const decisions = byAgency
    ? await credentials.findDecisions(items.map(({ id }) => id))
    : new Map<string, never>();
  return {
    // Of a helper a page may be short though there are more.
    items: items
      .filter((stored) => seesCredential(actor, stored))
      .map((stored) => showAccess(stored, { baseUrl, now, decisions })),
    ...(next && { next: nextUrl(new URL(path, baseUrl), parameters, uuidOf(baseUrl, next)) }),
  };
}

function parseFilter(filter: Collection['filter'], parameters: URLSearchParams): AccessFilter {
  const parsed = filter.safeParse(Object.fromEntries(parameters));
  if (!parsed.success) throw new AuthorityError('invalid_query', describeIssues(parsed.error));
  if (![...parameters.values()].every(isPlainText)) {
    throw new AuthorityError('invalid_query', 'Send plain text.');
  }
  return parsed.data;
}

function nextUrl(url: URL, parameters: URLSearchParams, cursor = ''): string {
  for (const [name, value] of parameters) if (name !== 'cursor') url.searchParams.set(name, value);
  url.searchParams.set('cursor', cursor);
  return url.href;
}
