import {
  REQUESTING_PARTY_TOKEN_TYPE,
  type RequestingPartyToken,
  type TokenPermission,
  type TokenResponse,
} from '@grondslag/protocol';
import type { Caller } from '../authentication/caller.ts';
import type { TokenKey } from '../keys/authority-keys.ts';
import type { Vault } from '../vaults/vault.ts';
import type { Opening } from './opening.ts';
import { signEs256 } from './sign-es256.ts';

/**
 * Signs the requesting party token: everything the grant or the lawful access allows on its vault server, because clients use one token
 * for many URLs and methods. It never outlives either.
 */
export function createAccessToken(
  {
    opening,
    vault,
    caller,
    isSource,
  }: {
    opening: Opening;
    vault: Vault;
    caller: Caller;
    /** Whether the caller is a registered source. */
    isSource: boolean;
  },
  {
    baseUrl,
    key,
    now,
    lifetimeSeconds,
  }: { baseUrl: string; key: TokenKey; now: Date; lifetimeSeconds: number },
): TokenResponse {
  const { stored: grant, legalBasis } = opening;
  const issuedAt = Math.floor(now.getTime() / 1000);
  const grantEndsAt = Math.floor((grant.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) / 1000);
  const expiresAt = Math.min(issuedAt + lifetimeSeconds, grantEndsAt);
  const claims: RequestingPartyToken = {
    iss: baseUrl,
    aud: vault.baseUrl,
    sub: caller.webId,
    ...(caller.clientId !== undefined && { client_id: caller.clientId }),
    jti: crypto.randomUUID(),
    iat: issuedAt,
    exp: expiresAt,
    grant: grant.id,
    ...(Number.isFinite(grantEndsAt) && { grant_exp: grantEndsAt }),
    owner: grant.fromAgent,
    permissions: permissionsOf(opening),
    ...(legalBasis !== undefined && { legal_basis: legalBasis }),
    ...(isSource && { source: true }),
  };
  const token = signEs256(claims, { typ: REQUESTING_PARTY_TOKEN_TYPE, key });
  return {
    access_token: token,
    token_type: 'Bearer',
    // At least one: in its last second a grant still gives a token.
    expires_in: Math.max(1, expiresAt - issuedAt),
  };
}

// All on one vault server: a grant for several is never issued.
function permissionsOf({ resources, modes, inherit, fields }: Opening): TokenPermission[] {
  return resources.map((resource) => {
    const limits = fields.get(resource);
    return { resource, modes: [...modes], inherit, ...(limits && { fields: limits }) };
  });
}
