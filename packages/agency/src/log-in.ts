import { InMemoryStorage, Session } from '@inrupt/solid-client-authn-node';
import { type Fetch, REQUEST_TIMEOUT_SECONDS } from './bounded-fetch.ts';
import { AgencyError } from './errors.ts';

/** Seconds before the end of its token at which a session is replaced. */
const RENEW_BEFORE_SECONDS = 60;

/** A login that renews itself. */
export interface AgencySession {
  /** `fetch` as the agency: adds a DPoP-bound Solid-OIDC token. */
  readonly fetch: Fetch;
  /** Logs out and releases the timer, so that the process can end. */
  close(): Promise<void>;
}

interface LoginOptions {
  webId: string;
  oidcIssuer: string;
  clientId: string;
  clientSecret: string;
  now: () => Date;
}

/**
 * Logs in with client credentials (Solid-OIDC, DPoP) at the first request, again before the token ends (the
 * identity provider gives no refresh token), and once more when the token is not accepted.
 */
export function createAgencySession(options: LoginOptions): AgencySession {
  let current: Promise<OpenSession> | undefined;

  function logIn(): Promise<OpenSession> {
    const attempt = openSession(options);
    current = attempt;
    attempt.catch(() => {
      if (current === attempt) current = undefined;
    });
    return attempt;
  }

  /** The session in use, unless it ends soon or is `refused`; then a new one, of which there is one at a time. */
  async function activeSession(refused?: OpenSession): Promise<OpenSession> {
    const used = current;
    if (!used) return logIn();
    const open = await used;
    if (open !== refused && options.now().getTime() < open.renewAt) return open;
    if (current !== used) return activeSession(refused);
    const next = logIn();
    await open.session.logout();
    return next;
  }

  return {
    async fetch(input, init) {
      const open = await activeSession();
      const response = await open.session.fetch(input, init);
      if (response.status !== 401) return response;
      // The identity provider may have changed its keys: one new login, then the answer stands.
      await response.body?.cancel();
      return (await activeSession(open)).session.fetch(input, init);
    },
    async close() {
      const open = await current?.catch(() => undefined);
      current = undefined;
      await open?.session.logout();
    },
  };
}

interface OpenSession {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
}

async function openSession({ webId, now, ...credentials }: LoginOptions): Promise<OpenSession> {
  // keepAlive would start a timer that holds the process.
  const session = new Session({ keepAlive: false, storage: new InMemoryStorage() });
  const login = session.login({ ...credentials, tokenType: 'DPoP' });
  try {
    await withDeadline(login, REQUEST_TIMEOUT_SECONDS);
  } catch (error) {
    // A login that still succeeds later must not leave a timer behind.
    login.then(() => session.logout()).catch(() => undefined);
    throw loginError(error, credentials.oidcIssuer);
  }
  if (session.info.webId !== webId) {
    await session.logout();
    throw new AgencyError(
      'login_refused',
      'Expected the client credentials to belong to the configured WebID of the agency, they belong to another.',
    );
  }
  // The library counts with the machine's clock; what is left of the token counts with ours.
  const left = (session.info.expirationDate ?? Number.POSITIVE_INFINITY) - Date.now();
  return { session, renewAt: now().getTime() + left - RENEW_BEFORE_SECONDS * 1000 };
}

async function withDeadline(work: Promise<void>, seconds: number): Promise<void> {
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new Error('no answer in time')), seconds * 1000);
  try {
    await Promise.race([work, deadline.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Without `cause`: the library's error holds the request, and with it the client secret. */
function loginError(error: unknown, oidcIssuer: string): AgencyError {
  const host = new URL(oidcIssuer).origin;
  const oauthCode =
    typeof error === 'object' && error !== null && 'error' in error ? String(error.error) : '';
  if (/^(invalid_client|unauthorized_client|invalid_grant|access_denied)$/.test(oauthCode)) {
    return new AgencyError(
      'login_refused',
      `The identity provider ${host} refused the login (${oauthCode}). Check client id and secret.`,
    );
  }
  return new AgencyError(
    'peer_unreachable',
    `Expected a login at the identity provider ${host}, got none. Check that it runs and that the address is right.`,
  );
}
