import {
  issuedLawfulAccessSchema,
  type LawfulAccess,
  type NewLawfulAccess,
  newLawfulAccessSchema,
} from '@grondslag/legal-basis';
import { authorityPaths, type OtherRoute, otherRouteSchema } from '@grondslag/protocol';
import type { Fetch } from '../bounded-fetch.ts';
import type { AuthorityConnection } from '../connect-authority.ts';
import { findVault, type NoVaultReason } from '../find-vault.ts';
import { RegisterRefusedError, tryRegister } from './call-register.ts';
import { parseInput } from './parse-input.ts';
import { type Refused, refusedBy } from './refused.ts';

/**
 * What is asked of the authority, not of the citizen:
 *
 * - `mandate`: id of a published mandate of this agency; in an emergency (Article 6(1)(d)) `activity` and `breakGlass`
 * - `dataNeeds`: less than the mandate names; all of it when left out
 * - `until`: earlier than the mandate allows
 * - `otherRoute`: the way to the same service without a vault, for whoever has none or objects; always needed
 */
export type LawfulQuestion = Omit<NewLawfulAccess, 'until'> & {
  readonly until?: Date;
  readonly otherRoute: OtherRoute;
};

/** What came of it. Every outcome but the good one carries the other route: it is never a dead end. */
export type LawfulAccessOutcome =
  /** `readClaims(access.id, …)` works. */
  | { readonly status: 'allowed'; readonly access: LawfulAccess }
  /** The citizen was told; from `from` on it works, unless they object. */
  | {
      readonly status: 'waiting';
      readonly access: LawfulAccess;
      readonly from: Date;
      readonly otherRoute: OtherRoute;
    }
  /** The citizen objected, and that is not answered yet (Article 18(1)(d) GDPR). */
  | (Omit<Refused, 'status'> & { readonly status: 'suspended'; readonly otherRoute: OtherRoute })
  | (Refused & { readonly otherRoute: OtherRoute })
  | {
      readonly status: 'no-vault';
      readonly reason: NoVaultReason;
      readonly otherRoute: OtherRoute;
    };

interface LawfulAccessPowers {
  readonly authority: AuthorityConnection;
  /** Without login, to the vault servers only. */
  readonly vaultFetch: Fetch;
  readonly vaults: readonly string[];
}

/**
 * Asks for access under a mandate. Nobody gives consent: the authority decides by its rules, and tells the citizen as
 * the mandate says (Articles 13 and 14 GDPR).
 *
 * @throws {TypeError} when the question is not complete
 */
export async function requestLawfulAccess(
  { authority, vaultFetch, vaults }: LawfulAccessPowers,
  { otherRoute: route, until, ...question }: LawfulQuestion,
): Promise<LawfulAccessOutcome> {
  const otherRoute = parseInput(otherRouteSchema, route, 'other route');
  const body = parseInput(
    newLawfulAccessSchema,
    { ...question, ...(until && { until: until.toISOString() }) },
    'question for lawful access',
  );
  const search = await findVault({ citizen: body.citizen, vaults, fetch: vaultFetch });
  if (search.status === 'no-vault') return { ...search, otherRoute };

  const answer = await ask(authority, body);
  if (answer === undefined) return { status: 'no-vault', reason: 'no-storage', otherRoute };
  if (answer.status === 'refused') return refusedOrSuspended(answer, otherRoute);
  const { access, state } = answer.body;
  switch (state) {
    case 'active':
      return { status: 'allowed', access };
    case 'waiting':
      return { status: 'waiting', access, from: new Date(access.validFrom), otherRoute };
    case 'suspended':
      return refusedOrSuspended(refusedBy('objection_open'), otherRoute);
    case 'ended':
    case 'expired':
      return { ...refusedBy('mandate_ended'), otherRoute };
  }
}

/** `undefined` when the authority finds no vault that the citizen controls. */
async function ask(authority: AuthorityConnection, body: object) {
  try {
    return await tryRegister(authority, {
      method: 'POST',
      path: authorityPaths.lawfulAccesses,
      body,
      schema: issuedLawfulAccessSchema,
      what: 'the lawful access',
    });
  } catch (error) {
    if (error instanceof RegisterRefusedError && error.problem === 'no_vault') return undefined;
    throw error;
  }
}

function refusedOrSuspended(refused: Refused, otherRoute: OtherRoute): LawfulAccessOutcome {
  return refused.rule === 'objection_open'
    ? { ...refused, status: 'suspended', otherRoute }
    : { ...refused, otherRoute };
}
