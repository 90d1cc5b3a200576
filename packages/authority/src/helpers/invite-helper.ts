import type { InvitedHelper, NewHelper, Representation } from '@grondslag/protocol/v1';
import { AuthorityError } from '../errors.ts';
import { checkOperator } from '../register/register-powers.ts';
import { type Helper, showHelper } from './helper.ts';
import type { HelperPowers } from './helper-powers.ts';
import { helperUrl } from './helper-url.ts';
import { ACCEPT_WITHIN_MILLISECONDS, createInvitationCode } from './invitation-code.ts';

/** A citizen who needs more helpers at once than this ends some first. */
const MAX_HELPERS = 20;
const ADULT_YEARS = 18;

type Invited = Extract<NewHelper, { kind: 'helper' }>;
type Registered = Extract<NewHelper, { kind: 'representative' }>;

/**
 * A citizen invites a helper; nothing is open before somebody took the invitation and the citizen confirmed them.
 *
 * @throws {AuthorityError} `expiry_in_past`, `expiry_too_far`, `too_many_helpers`
 */
export async function inviteHelper(
  { until, ...terms }: Invited,
  citizen: string,
  uuid: string,
  powers: HelperPowers,
): Promise<InvitedHelper> {
  const now = powers.now();
  const end = checkEnd(until, now, 1);
  const { code, digest } = createInvitationCode();
  const helper: Helper = {
    id: helperUrl(powers.baseUrl, uuid),
    citizen,
    terms,
    opened: { containers: [], facts: [] },
    until: end,
    invitedAt: now,
    acceptBefore: new Date(now.getTime() + ACCEPT_WITHIN_MILLISECONDS),
  };
  await add(helper, powers, digest);
  return { helper: showHelper(helper, now), code };
}

/**
 * An operator registers whom the law lets act for a citizen, with where that can be looked up. It opens nothing before
 * the representative begins.
 *
 * @throws {AuthorityError} `not_operator`, `helper_is_citizen`, `expiry_in_past`, `expiry_too_far`, `too_many_helpers`
 */
export async function registerRepresentative(
  { citizen, helper: webId, representation, ...terms }: Registered,
  caller: string,
  uuid: string,
  powers: HelperPowers,
): Promise<InvitedHelper> {
  checkOperator(caller, powers);
  if (webId === citizen) throw helperIsCitizen();
  const now = powers.now();
  const helper: Helper = {
    id: helperUrl(powers.baseUrl, uuid),
    citizen,
    helper: webId,
    terms: { ...terms, may: 'act', representation },
    opened: { containers: [], facts: [] },
    until: checkEnd(endOf(representation), now, ADULT_YEARS),
    invitedAt: now,
    acceptedAt: now,
  };
  await add(helper, powers);
  return { helper: showHelper(helper, now) };
}

/** The day somebody comes of age, as it begins (Article 1:233 of the Dutch Civil Code: eighteen years). */
export function comesOfAge(bornOn: string): string {
  const day = new Date(`${bornOn}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + ADULT_YEARS);
  return day.toISOString();
}

function endOf(representation: Representation): string {
  return representation.ground === 'court-decision'
    ? representation.until
    : comesOfAge(representation.bornOn);
}

function checkEnd(until: string, now: Date, years: number): Date {
  const end = new Date(until);
  if (end <= now) throw new AuthorityError('expiry_in_past', 'The end of help is in the past.');
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + years);
  if (end <= latest) return end;
  throw new AuthorityError(
    'expiry_too_far',
    `Help ends within ${years === 1 ? 'a year' : `${years} years`}.`,
  );
}

async function add(helper: Helper, { helpers }: HelperPowers, codeDigest?: string): Promise<void> {
  const options = { max: MAX_HELPERS, ...(codeDigest !== undefined && { codeDigest }) };
  if (await helpers.add(helper, options)) return;
  throw new AuthorityError('too_many_helpers', `Have at most ${MAX_HELPERS} helpers at a time.`);
}

export function helperIsCitizen(): AuthorityError {
  return new AuthorityError('helper_is_citizen', 'Nobody is their own helper.');
}
