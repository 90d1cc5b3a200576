import type { Authenticate } from '../authentication/caller.ts';
import type { IssuePowers } from '../credentials/issue-credential.ts';
import { AuthorityError } from '../errors.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import type { Helper } from './helper.ts';
import type { HelperStore } from './helper-store.ts';
import { helperUrl } from './helper-url.ts';

/** Powers that help needs. */
export interface HelperPowers extends IssuePowers, AnswerOncePowers {
  readonly authenticate: Authenticate;
  readonly helpers: HelperStore;
}

/** @throws {AuthorityError} `helper_not_found`, also for those who take no part in it */
export async function findHelper(
  uuid: string,
  caller: string,
  { baseUrl, helpers }: Pick<HelperPowers, 'baseUrl' | 'helpers'>,
): Promise<Helper> {
  const found = await helpers.find(helperUrl(baseUrl, uuid));
  if (found && (found.citizen === caller || found.helper === caller)) return found;
  throw helperNotFound();
}

export function helperNotFound(): AuthorityError {
  return new AuthorityError('helper_not_found', 'You take part in no help with this id.');
}
