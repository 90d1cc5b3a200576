import { AS_HELPER_HEADER, type HelperLookKind } from '@grondslag/protocol/v1';
import type { HonoRequest } from 'hono';
import type { Caller } from '../authentication/caller.ts';
import { AuthorityError } from '../errors.ts';
import { verifyCaller } from '../http/identify-caller.ts';
import { type Helper, helperState } from './helper.ts';
import type { HelperPowers } from './helper-powers.ts';
import { helperUrl } from './helper-url.ts';

/** For whom a request is made, and by whom. */
export interface Actor {
  /** WebID of who is spoken for: the caller, or the citizen a helper acts for. */
  readonly webId: string;
  readonly caller: Caller;
  /** Of a helper: on what terms. */
  readonly helper?: Helper;
}

/**
 * Who sent this request and for whom: the one place where a helper gets through. An endpoint that does not ask here
 * refuses helpers (`identifyCaller`), so what nobody thought of is not possible for them. What a helper looks through is
 * in the log of the citizen before there is an answer.
 *
 * @param what `act` where something changes, else what a helper then looks through
 * @throws {AuthorityError} `not_helper`, `helper_may_only_see`, and those of `Authenticate`
 */
export async function identifyActor(
  request: HonoRequest,
  powers: Pick<HelperPowers, 'baseUrl' | 'authenticate' | 'helpers' | 'now'>,
  what: 'act' | HelperLookKind,
): Promise<Actor> {
  const caller = await verifyCaller(request, powers);
  const uuid = request.header(AS_HELPER_HEADER);
  if (uuid === undefined) return { webId: caller.webId, caller };
  const helper = await powers.helpers.find(helperUrl(powers.baseUrl, uuid));
  if (helper?.helper !== caller.webId || helperState(helper, powers.now()) !== 'active') {
    throw new AuthorityError('not_helper', 'You do not help with this id, or not any more.');
  }
  if (what === 'act' && helper.terms.may !== 'act') {
    throw new AuthorityError('helper_may_only_see', 'The citizen lets you look along, not decide.');
  }
  if (what !== 'act') {
    await powers.helpers.noteLook({ helper: helper.id, kind: what, at: powers.now() });
  }
  return { webId: helper.citizen, caller, helper };
}
