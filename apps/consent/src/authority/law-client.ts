import {
  type CorrectionView,
  correctionViewSchema,
  type DecisionRecord,
  decisionRecordSchema,
  type LawfulAccessView,
  lawfulAccessViewSchema,
  type MandateView,
  mandateViewSchema,
  type NewCorrection,
  type NewRightsRequest,
  type Notice,
  noticeSchema,
  type ObjectionView,
  objectionViewSchema,
  type ProcessingActivity,
  processingActivitySchema,
  type RightsRequestView,
  rightsRequestViewSchema,
} from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import type * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from './ask-authority.ts';
import { askPages } from './ask-pages.ts';

/** What the app asks of the authority about what the law governs. Every method rejects with an `AuthorityError`. */
export interface LawClient {
  /** Who may read of this citizen under a law, or could. */
  lawfulAccesses(): Promise<LawfulAccessView[]>;
  /** The mandate at an address of this authority. */
  mandate(url: string): Promise<MandateView>;
  /** What was decided about one access, oldest first. */
  explanations(credential: string): Promise<DecisionRecord[]>;
  /** Versions of a processing activity, the newest first; anybody may read them. */
  activities(id: string): Promise<ProcessingActivity[]>;
  notices(): Promise<Notice[]>;
  objections(): Promise<ObjectionView[]>;
  /** Errors that this citizen reported. */
  corrections(): Promise<CorrectionView[]>;
  /** Reports an error in a fact to its source. */
  report(asked: NewCorrection): Promise<CorrectionView>;
  /** What was asked of organisations by a right. */
  rightsRequests(): Promise<RightsRequestView[]>;
  /** Asks an organisation by a right; it must answer within a month. */
  askRight(asked: NewRightsRequest): Promise<RightsRequestView>;
  /** Objects against an access; the reading stands still once this resolves. */
  object(access: string, grounds: string): Promise<ObjectionView>;
}

/**
 * In a file of its own, loaded when first used: the schemas are many. `baseUrl` ends in a slash; `fetch` knows who
 * the citizen is.
 */
export function createLawClient({
  baseUrl,
  fetch,
}: {
  readonly baseUrl: string;
  readonly fetch: AuthenticatedFetch;
}): LawClient {
  const at = (path: string) => new URL(path, baseUrl).href;

  const list = <Item extends z.ZodType>(path: string, item: Item) =>
    askPages(fetch, at(path), item);

  return {
    lawfulAccesses: () =>
      list(`${authorityPaths.lawfulAccesses}?citizen=me`, lawfulAccessViewSchema),
    async mandate(url) {
      return (await askAuthority(fetch, url, mandateViewSchema)).body;
    },
    explanations: (credential) =>
      list(
        `${authorityPaths.explanations}?${new URLSearchParams({ credential })}`,
        decisionRecordSchema,
      ),
    activities: (id) =>
      list(
        `${authorityPaths.processingActivities}?${new URLSearchParams({ id })}`,
        processingActivitySchema,
      ),
    notices: () => list(authorityPaths.notices, noticeSchema),
    objections: () => list(authorityPaths.objections, objectionViewSchema),
    corrections: () => list(authorityPaths.corrections, correctionViewSchema),
    async report(asked) {
      const url = at(authorityPaths.corrections);
      return (await askAuthority(fetch, url, correctionViewSchema, asked)).body;
    },
    rightsRequests: () => list(authorityPaths.rightsRequests, rightsRequestViewSchema),
    async askRight(asked) {
      const url = at(authorityPaths.rightsRequests);
      return (await askAuthority(fetch, url, rightsRequestViewSchema, asked)).body;
    },
    async object(access, grounds) {
      const body = { access, grounds };
      return (await askAuthority(fetch, at(authorityPaths.objections), objectionViewSchema, body))
        .body;
    },
  };
}
