import { Session } from '@inrupt/solid-client-authn-node';
import type { Account } from '../stack-state.ts';

/**
 * Logs in with client credentials and DPoP, as a program of this account would. The token lives 600 s; a session
 * that is not logged out keeps a timer, and so the process, for that long.
 */
export async function logIn(
  vault: string,
  { clientId, clientSecret }: Pick<Account, 'clientId' | 'clientSecret'>,
  tokenType: 'DPoP' | 'Bearer' = 'DPoP',
): Promise<Session> {
  const session = new Session({ keepAlive: false });
  await session.login({ oidcIssuer: vault, clientId, clientSecret, tokenType });
  if (!session.info.isLoggedIn) {
    throw new Error('The vault server refused these client credentials; start with --fresh.');
  }
  return session;
}
