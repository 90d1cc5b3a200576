import { AuthorityError } from '../errors.ts';
import { createRateLimiter } from '../limits/rate-limit.ts';
import { RateLimitedError } from '../limits/rate-limits.ts';
import { type Helper, helperState } from './helper.ts';
import type { HelperPowers } from './helper-powers.ts';
import { digestOfCode } from './invitation-code.ts';
import { helperIsCitizen } from './invite-helper.ts';

const TRIES = { burst: 10, perMinute: 2 };

/** Looks up what somebody is invited to, and takes it up. */
export interface Invitations {
  /** @throws {AuthorityError} `invitation_not_found`, `helper_is_citizen`, `rate_limited` */
  look(code: string, caller: string): Promise<Helper>;
  /** Uses up the code. @throws {AuthorityError} as `look` */
  accept(code: string, by: { readonly webId: string; readonly name: string }): Promise<Helper>;
}

/** Each caller may try a few codes a minute, whatever the limits of this instance: nobody finds one by trying. */
export function createInvitations({
  helpers,
  now,
}: Pick<HelperPowers, 'helpers' | 'now'>): Invitations {
  const tries = createRateLimiter(TRIES);
  async function look(code: string, caller: string): Promise<Helper> {
    const { allowed, retryAfterSeconds } = tries.take(caller);
    if (!allowed) throw new RateLimitedError('subject', TRIES, retryAfterSeconds);
    const helper = await helpers.findInvited(digestOfCode(code));
    if (!helper || helperState(helper, now()) !== 'invited') throw notFound();
    if (helper.citizen === caller) throw helperIsCitizen();
    return helper;
  }
  return {
    look,
    async accept(code, by) {
      await look(code, by.webId);
      const taken = await helpers.accept(digestOfCode(code), { ...by, at: now() });
      if (taken) return taken;
      throw notFound();
    },
  };
}

/** The same for a code that never was, was used, or is too old. */
function notFound(): AuthorityError {
  return new AuthorityError(
    'invitation_not_found',
    'No invitation waits for this code; a code is good for seven days and for one person.',
  );
}
