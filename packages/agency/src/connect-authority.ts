import {
  type AccessCredential,
  type AccessCredentialKind,
  type AccessRequest,
  type AuthorityMetadata,
  accessRequestSchema,
  authorityMetadataSchema,
  authorityPaths,
  covers,
  type GrantState,
  type Participants,
  participantsSchema,
  queryResponseSchema,
  type RequestState,
} from '@grondslag/protocol';
import type * as z from 'zod';
import type { Fetch } from './bounded-fetch.ts';
import { AgencyError } from './errors.ts';
import { parseLinkHeader } from './link-header.ts';
import { type Opening, openingSchema } from './opening.ts';
import { parseAnswer, refusedAnswer } from './parse-answer.ts';
import { type Trace, traceHeaders } from './trace.ts';
import { fetchUntil } from './until-signal.ts';

const MAX_REMEMBERED_REQUESTS = 1000;
const MAX_PAGES = 50;
/** How long what changes seldom (metadata, participants) is used without asking again. */
const REMEMBER_FOR_SECONDS = 300;

/** What `GET query` may be filtered on. */
export interface CredentialFilter {
  readonly type: AccessCredentialKind;
  readonly status?: RequestState | GrantState;
  readonly fromAgent: string;
  readonly toAgent: string;
}

/** The authority, as this agency may question it. */
export interface AuthorityConnection {
  /** Base URL, ending in a slash. */
  readonly url: string;
  /** Logged in, and to the authority only. */
  readonly fetch: Fetch;
  metadata(trace?: Trace): Promise<AuthorityMetadata>;
  participants(trace?: Trace): Promise<Participants>;
  /** A request never changes, so it is asked for once. */
  request(id: string, trace?: Trace): Promise<AccessRequest>;
  remember(request: AccessRequest): void;
  /** A grant, or lawful access. */
  opening(id: string, trace?: Trace): Promise<Opening>;
  /** Every match, all pages. */
  query(filter: CredentialFilter, trace?: Trace): Promise<AccessCredential[]>;
  /** The same authority, with the same memory, until the signal. What others wait for too goes on. */
  until(signal: AbortSignal): AuthorityConnection;
}

interface ConnectOptions {
  url: string;
  /** Logged in. */
  fetch: Fetch;
  /** For what anyone may read. */
  publicFetch: Fetch;
  now: () => Date;
  /** Requests that are remembered; 1,000 when left out. */
  remembers?: number;
}

/** Binds the authority's endpoints to one login. Every answer is parsed with its schema. */
export function connectAuthority({
  url,
  fetch: loggedIn,
  publicFetch,
  now,
  remembers = MAX_REMEMBERED_REQUESTS,
}: ConnectOptions): AuthorityConnection {
  const requests = new Map<string, AccessRequest>();

  async function get<Schema extends z.ZodType>(
    via: Fetch,
    address: string,
    schema: Schema,
    what: string,
    trace?: Trace,
  ) {
    const headers = { accept: 'application/json', ...traceHeaders(trace) };
    const response = await via(address, { headers });
    if (!response.ok) throw await refusedAnswer(response, what);
    return { response, body: await parseAnswer(response, schema, what) };
  }

  const metadata = remembered(now, async (trace) => {
    const address = new URL(authorityPaths.umaConfiguration, url).href;
    return (await get(publicFetch, address, authorityMetadataSchema, 'UMA metadata', trace)).body;
  });
  const participants = remembered(now, async (trace) => {
    const address = new URL(authorityPaths.participants, url).href;
    return (await get(publicFetch, address, participantsSchema, 'the trust list', trace)).body;
  });

  function remember(request: AccessRequest): void {
    requests.set(request.id, request);
    const [oldest] = requests.keys();
    if (requests.size > remembers && oldest !== undefined) requests.delete(oldest);
  }

  const over = (fetch: Fetch): AuthorityConnection => ({
    url,
    fetch,
    until: (signal) => over(fetchUntil(fetch, signal)),
    metadata,
    participants,
    remember,
    async request(id, trace) {
      const known = requests.get(id);
      if (known) return known;
      const address = credentialUrl(url, id);
      const { body } = await get(fetch, address, accessRequestSchema, 'the access request', trace);
      remember(body);
      return body;
    },
    async opening(id, trace) {
      const address = credentialUrl(url, id);
      return (await get(fetch, address, openingSchema, 'the access grant', trace)).body;
    },
    async query(filter, trace) {
      const first = new URL(authorityPaths.query, url);
      first.search = new URLSearchParams({ ...filter, pageSize: '100' }).toString();
      const found: AccessCredential[] = [];
      let page: string | undefined = first.href;
      for (let pages = 0; page !== undefined; pages += 1) {
        if (pages === MAX_PAGES) {
          throw new AgencyError(
            'invalid_response',
            `Expected at most ${MAX_PAGES} pages of credentials from the authority, got more.`,
          );
        }
        const { response, body } = await get(
          fetch,
          page,
          queryResponseSchema,
          'a page of credentials',
          trace,
        );
        found.push(...body.items);
        const links = parseLinkHeader(response.headers.get('link'));
        page = links.find(({ rel }) => rel === 'next')?.target;
      }
      return found;
    },
  });
  return over(loggedIn);
}

/** @throws {AgencyError} for what is no id of a credential of this authority */
export function credentialUrl(authority: string, id: string): string {
  const base = new URL(authorityPaths.credential, authority).href;
  if (URL.canParse(id) && covers(base, id)) return id;
  // Lawful access has an address of its own; its credential has the same last part.
  const accesses = `${new URL(authorityPaths.lawfulAccesses, authority).href}/`;
  if (URL.canParse(id) && covers(accesses, id)) {
    return base + encodeURIComponent(id.slice(accesses.length));
  }
  throw new AgencyError(
    'credential_not_found',
    `Expected the id of a request or grant, which begins with ${base}, or of lawful access.`,
  );
}

function remembered<T>(now: () => Date, load: (trace?: Trace) => Promise<T>) {
  let value: Promise<T> | undefined;
  let until = 0;
  return (trace?: Trace): Promise<T> => {
    if (value && now().getTime() < until) return value;
    until = now().getTime() + REMEMBER_FOR_SECONDS * 1000;
    const loading = load(trace);
    value = loading;
    loading.catch(() => {
      if (value === loading) value = undefined;
    });
    return loading;
  };
}
