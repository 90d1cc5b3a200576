import {
  type CredentialStatusChange,
  STATUS_CHANGE_MEMORY_SECONDS,
  STATUS_QUESTION_TYPE,
  type StatusChanges,
  statusQuestionQuerySchema,
} from '@grondslag/protocol';
import { AuthorityError } from '../errors.ts';
import { describeIssues } from '../http/read-body.ts';
import type { Vault } from '../vaults/vault.ts';
import { verifyVaultMessage } from '../vaults/verify-vault-message.ts';
import { type EventStore, type FeedEntry, isCredentialEvent } from './event-store.ts';
import type { FeedWaiter } from './feed-waiter.ts';

const MAX_QUESTION_AGE_SECONDS = 60;
const PAGE_SIZE = 500;

/** Powers that answering needs. */
export interface StatusQuestionPowers {
  readonly baseUrl: string;
  readonly vaults: readonly Vault[];
  readonly events: EventStore;
  readonly feedWaiter: FeedWaiter;
  readonly now: () => Date;
}

/**
 * Tells a vault server which grants on it were revoked, suspended or resumed, and waits for that when nothing was
 * (`status-feed.ts` of the protocol). The answer is read from the database after the question came in, so it is
 * also a sign of life of all that decides on grants.
 *
 * @param jwt signed by the vault server that asks
 * @param signal aborts when nobody waits for the answer any more
 * @throws {AuthorityError} `status_question_refused`, `invalid_query`
 */
export async function answerStatusQuestion(
  jwt: string,
  parameters: URLSearchParams,
  powers: StatusQuestionPowers,
  signal: AbortSignal,
): Promise<StatusChanges> {
  const { baseUrl: feed } = await verifyQuestion(jwt, powers);
  const parsed = statusQuestionQuerySchema.safeParse(Object.fromEntries(parameters));
  if (!parsed.success) throw new AuthorityError('invalid_query', describeIssues(parsed.error));
  const { after, wait } = parsed.data;
  const { events, feedWaiter, now } = powers;
  const head = await events.head(feed);
  if (after === undefined) {
    const start = new Date(now().getTime() - STATUS_CHANGE_MEMORY_SECONDS * 1000);
    return page(await events.since(feed, start, PAGE_SIZE + 1), head);
  }
  if (head < after) return page([], head);
  if (head === after && !(await feedWaiter.wait(feed, after, { milliseconds: wait, signal }))) {
    return page([], after);
  }
  return page(await events.after(feed, after, PAGE_SIZE + 1), after);
}

async function verifyQuestion(jwt: string, powers: StatusQuestionPowers): Promise<Vault> {
  const { baseUrl, vaults, now } = powers;
  const message = await verifyVaultMessage(jwt, STATUS_QUESTION_TYPE, {
    baseUrl,
    vaults,
    now: now(),
    maxAgeSeconds: MAX_QUESTION_AGE_SECONDS,
  });
  if (message.verified) return message.vault;
  throw new AuthorityError(
    'status_question_refused',
    'Send a fresh question as Bearer token, signed with the secret shared with this authority.',
  );
}

/** @param headBefore as it was before the entries were read */
function page(entries: readonly FeedEntry[], headBefore: number): StatusChanges {
  const shown = entries.slice(0, PAGE_SIZE);
  return {
    head: shown.at(-1)?.seq ?? headBefore,
    changes: shown.flatMap(toStatusChange),
    more: entries.length > PAGE_SIZE,
  };
}

function toStatusChange({ kind, seq, credential, at }: FeedEntry): CredentialStatusChange[] {
  if (kind === 'issued' || !isCredentialEvent(kind)) return [];
  return [{ seq, credential, change: kind, at: at.toISOString() }];
}
