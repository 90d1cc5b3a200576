import { Session } from '@inrupt/solid-client-authn-node';
import type { Participant } from './accounts-file.ts';
import { type ClientCredentials, makeClientCredentials } from './make-client-credentials.ts';
import { patient } from './patient-fetch.ts';

/** How a login is proved at each request: bound to a key, or not. */
export type LoginKind = 'DPoP' | 'Bearer';

/** Solid-OIDC tokens live 600 s at Community Solid Server, and client credentials are not renewed. */
const LOGIN_LIVES_MILLISECONDS = 300_000;

/** The logins of one participant, made when they are first used. */
export interface Logins {
  credentials(): Promise<ClientCredentials>;
  fetchAs(kind: LoginKind): typeof fetch;
  /** A session keeps a timer, and so the process, until it is logged out. */
  logOut(): Promise<void>;
}

/** Logs a participant in with client credentials, through the library that its users have. */
export function openLogins({ oidcIssuer, webId, login }: Participant): Logins {
  const opened: Session[] = [];
  const current = new Map<LoginKind, { session: Promise<Session>; since: number }>();
  let known: Promise<ClientCredentials> | undefined;
  const credentials = () => {
    known ??=
      'clientId' in login
        ? Promise.resolve(login)
        : makeClientCredentials(oidcIssuer, { ...login, webId });
    return known;
  };
  const open = async (tokenType: LoginKind) => {
    const session = new Session({ keepAlive: false });
    await session.login({ oidcIssuer, ...(await credentials()), tokenType });
    opened.push(session);
    if (session.info.isLoggedIn) return session;
    throw new Error(`${oidcIssuer} refused the client credentials of ${webId}; see --config.`);
  };
  const sessionOf = (kind: LoginKind) => {
    const found = current.get(kind);
    if (found && Date.now() - found.since < LOGIN_LIVES_MILLISECONDS) return found.session;
    const session = open(kind);
    current.set(kind, { session, since: Date.now() });
    return session;
  };
  return {
    credentials,
    fetchAs: (kind) => patient(async (input, init) => (await sessionOf(kind)).fetch(input, init)),
    logOut: async () => {
      await Promise.all(opened.map((session) => session.logout()));
    },
  };
}
