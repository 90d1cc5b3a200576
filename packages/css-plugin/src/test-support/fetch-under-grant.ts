import type { RequestingPartyToken, TokenPermission } from '@grondslag/protocol';
import type { AuthorityDouble } from './start-authority-double.ts';
import type { VaultServer } from './start-vault-server.ts';

export type TokenClaims = Partial<Omit<RequestingPartyToken, 'permissions'>>;

/** `fetch` of an agency under a grant of `an`, with what is given instead; the body is read at once. */
export async function fetchUnderGrant(
  { authority, vault }: { authority: AuthorityDouble; vault: VaultServer },
  permissions: (Omit<TokenPermission, 'inherit'> & { inherit?: boolean })[],
  claims: TokenClaims = {},
) {
  const token = await authority.signToken({
    aud: vault.baseUrl,
    owner: `${vault.baseUrl}an/profile/card#me`,
    permissions: permissions.map((permission) => ({ inherit: true, ...permission })),
    ...claims,
  });
  return async (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url, { ...init, headers });
    return Object.assign(response, { content: await response.text() });
  };
}
