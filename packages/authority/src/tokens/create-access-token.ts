import {
  accessModeOf,
  REQUESTING_PARTY_TOKEN_TYPE,
  type RequestingPartyToken,
  type TokenPermission,
  type TokenResponse,
} from '@grondslag/protocol';
import type { Caller } from '../authentication/caller.ts';
import type { TokenKey } from '../keys/authority-keys.ts';
import type { Vault } from '../vaults/vault.ts';
import type { StoredGrant } from './check-grant.ts';
import { signEs256 } from './sign-es256.ts';

/**
 * Signs the requesting party token: everything the grant allows on its vault server, because clients use one token
 * for many URLs and methods. It never outlives the grant.
 */
export function createAccessToken(
  {
    grant,
    vault,
    caller,
    isSource,
  }: {
    grant: StoredGrant;
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
    permissions: permissionsOf(grant),
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
function permissionsOf({ credential }: StoredGrant): TokenPermission[] {
  const { mode, forPersonalData, inherit = true } = credential.credentialSubject.providedConsent;
  const modes = mode.map(accessModeOf);
  return forPersonalData.map((resource) => ({ resource, modes, inherit }));
}
