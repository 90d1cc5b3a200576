import {
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
  authorityPaths,
  type GrantState,
  type Participants,
  participantsSchema,
  type ReadRecordPage,
  type RequestState,
  readRecordPageSchema,
  type StatusChange,
} from '@grondslag/protocol';
import * as z from 'zod';
import type { DecisionBody } from '../requests/build-decision.ts';
import { type AuthenticatedFetch, askAuthority } from './ask-authority.ts';
import { askPages } from './ask-pages.ts';
import { AuthorityError } from './authority-error.ts';

const READS_PER_PAGE = 100;

const whereItStandsSchema = z.object({
  state: z.enum(['pending', 'granted', 'denied', 'canceled', 'expired']),
  decision: z.object({}).exactOptional(),
});
export type WhereItStands = z.infer<typeof whereItStandsSchema>;

/** What the app asks of the authority. Every method rejects with an `AuthorityError`. */
export interface AuthorityClient {
  participants(): Promise<Participants>;
  /** Questions put to this citizen. */
  requests(citizen: string, status: RequestState): Promise<AccessRequest[]>;
  /** Where one question stands, by its short id; `null` when there is none for this citizen. */
  whereItStands(id: string): Promise<WhereItStands | null>;
  /** What this citizen allowed. */
  grants(citizen: string, status: GrantState): Promise<AccessGrant[]>;
  /** What this citizen refused. */
  denials(citizen: string): Promise<AccessDenial[]>;
  /** Sends a decision; it holds once this resolves, to its id. */
  decide(body: DecisionBody): Promise<string>;
  /** Ends a permission; doing it twice changes nothing. */
  withdraw(grant: AccessGrant): Promise<void>;
  /** One page of what was read, newest first; `page` is `next` of the page before. */
  reads(page?: string): Promise<ReadRecordPage>;
}

/** `baseUrl` ends in a slash. `fetch` knows who the citizen is and reaches only the authority and the vault. */
export function createAuthorityClient({
  baseUrl,
  fetch,
  publicFetch = fetch,
}: {
  readonly baseUrl: string;
  readonly fetch: AuthenticatedFetch;
  /** Knows nobody: for what anybody may see, which then need not wait for the sign-in. */
  readonly publicFetch?: AuthenticatedFetch;
}): AuthorityClient {
  const at = (path: string) => new URL(path, baseUrl).href;

  const query = <Item extends z.ZodType>(item: Item, parameters: Record<string, string>) =>
    askPages(fetch, `${at(authorityPaths.query)}?${new URLSearchParams(parameters)}`, item);

  return {
    async participants() {
      return (await askAuthority(publicFetch, at(authorityPaths.participants), participantsSchema))
        .body;
    },
    requests: (citizen, status) =>
      query(accessRequestSchema, { type: 'SolidAccessRequest', status, toAgent: citizen }),
    async whereItStands(id) {
      const url = at(`${authorityPaths.accessRequests}/${encodeURIComponent(id)}`);
      try {
        return (await askAuthority(fetch, url, whereItStandsSchema)).body;
      } catch (error) {
        if (error instanceof AuthorityError && [400, 403, 404].includes(error.status ?? 0))
          return null;
        throw error;
      }
    },
    grants: (citizen, status) =>
      query(accessGrantSchema, { type: 'SolidAccessGrant', status, fromAgent: citizen }),
    denials: (citizen) =>
      query(accessDenialSchema, { type: 'SolidAccessDenial', fromAgent: citizen }),
    async decide(body) {
      const schema = z.union([accessGrantSchema, accessDenialSchema]);
      return (await askAuthority(fetch, at(authorityPaths.issue), schema, body)).body.id;
    },
    async withdraw(grant) {
      const change: StatusChange = {
        credentialId: grant.id,
        credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
      };
      await askAuthority(fetch, at(authorityPaths.status), z.unknown(), change);
    },
    async reads(page) {
      const url = page ?? `${at(authorityPaths.reads)}?limit=${READS_PER_PAGE}`;
      return (await askAuthority(fetch, url, readRecordPageSchema)).body;
    },
  };
}
