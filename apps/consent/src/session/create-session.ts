import { SessionCore } from '@uvdsl/solid-oidc-client-browser/core';
import type { AppConfig } from '../load-config.ts';
import type { Connection } from '../ui/connection-store.ts';
import { limitFetch } from './limit-fetch.ts';
import { OfflineError } from './offline-error.ts';
import { createSessionDatabase } from './session-database.ts';

/** Why the citizen is signed out, when it is not simply because nobody signed in. */
export type SignInProblem = 'stopped' | 'failed' | 'expired' | 'unreachable';

export type SessionState =
  | { readonly status: 'restoring' }
  | { readonly status: 'signed_out'; readonly problem?: SignInProblem }
  | { readonly status: 'signed_in'; readonly webId: string };

/** The citizen's sign-in. All that the rest of the app knows of Solid-OIDC. */
export interface CitizenSession {
  readonly state: SessionState;
  /** Tells when `state` becomes another; the answer stops that. */
  subscribe(listener: () => void): () => void;
  /** Finishes a sign-in after the redirect, or restores an earlier one. Call once, at start. */
  begin(): Promise<void>;
  /** Leaves the page for the vault's sign-in page; comes back to the page of now. */
  login(): Promise<void>;
  /** In every tab; what this tab kept of the citizen is forgotten. */
  logout(): Promise<void>;
  /** Authenticated (DPoP), for URLs below the vault and the authority; refuses any other. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

const RETURN_TO = 'return-to';
/** Who signed in here; its place is cleared with the sign-in. */
const CITIZEN = 'citizen';
/** A token that ends this soon is replaced first, so that it does not end on the way. */
const RENEW_BEFORE_SECONDS = 30;
const LEAVE_WITHIN_MS = 5_000;

/**
 * Signs in at the vault as the client of this origin (`/clientid.jsonld`). `showPage` gets the path to show
 * in place of the address the vault returned to; `connection` is told what came of each request.
 */
export function createSession(
  config: AppConfig,
  browser: Window & typeof globalThis,
  {
    showPage,
    connection,
  }: { readonly showPage: (path: string) => void; readonly connection: Connection },
) {
  const { location, sessionStorage } = browser;
  const database = createSessionDatabase(browser.indexedDB, 'sign-in');
  const core = new SessionCore({ client_id: `${location.origin}/clientid.jsonld` }, { database });
  const listeners = new Set<() => void>();
  // Who signs out does so in every tab: the others still hold a token.
  const tabs = new browser.BroadcastChannel('sign-in');
  tabs.onmessage = () => {
    left = true;
    signedOut();
    void leave();
  };
  let state: SessionState = { status: 'restoring' };
  let renewal: Promise<void> | undefined;
  let begun: Promise<void> | undefined;
  /** Another tab signed out. */
  let left = false;

  function change(next: SessionState) {
    state = next;
    for (const listener of listeners) listener();
  }

  function signedOut() {
    sessionStorage.clear();
    change({ status: 'signed_out' });
  }

  /**
   * One renewal at a time over all tabs: a refresh token serves once, and a second use of it would make the
   * vault end the sign-in everywhere.
   */
  function renew(): Promise<void> {
    renewal ??= Promise.resolve(
      browser.navigator.locks.request('sign-in', () => core.restore()),
    ).finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  /** A renewal under way would sign in again when it ends; a vault that is silent is not waited for long. */
  async function leave(): Promise<void> {
    const late = new Promise((done) => setTimeout(done, LEAVE_WITHIN_MS));
    await Promise.race([begun?.then(() => renewal), late]).catch(() => undefined);
    await core.logout();
  }

  async function renewInTime(): Promise<void> {
    if (core.getExpiresIn() > RENEW_BEFORE_SECONDS) return;
    try {
      await renew();
    } catch (error) {
      if (!core.isExpired()) return;
      // A network that is away may come back.
      if (isRefusal(error)) {
        await core.logout();
        change({ status: 'signed_out', problem: 'expired' });
      }
      throw error;
    }
  }

  /** Nothing when nobody was signed in here. The library tells no reasons. */
  async function whyNotRestored(): Promise<SignInProblem | undefined> {
    if ((await database.getItem('refresh_token').catch(() => null)) === null) return undefined;
    const discovery = new URL('.well-known/openid-configuration', config.vault);
    const isThere = await browser.fetch(discovery, { credentials: 'omit' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isThere) return 'unreachable';
    await core.logout();
    return 'expired';
  }

  /** Whose sign-in is about to be restored: pages are shown at once, and what they ask waits for it. */
  async function expectCitizen(): Promise<void> {
    const [token, webId] = await Promise.all(['refresh_token', CITIZEN].map(database.getItem));
    if (typeof token === 'string' && typeof webId === 'string' && state.status === 'restoring') {
      change({ status: 'signed_in', webId });
    }
  }

  async function begin(): Promise<void> {
    let problem = await finishRedirect();
    if (!core.isActive) {
      void expectCitizen().catch(() => undefined);
      await renew().catch(() => undefined);
    }
    if (!core.isActive) problem ??= await whyNotRestored();
    if (left) return;
    if (core.isActive && core.webId) {
      await database.setItem(CITIZEN, core.webId).catch(() => undefined);
      change({ status: 'signed_in', webId: core.webId });
    } else {
      change({ status: 'signed_out', ...(problem && { problem }) });
    }
  }

  async function finishRedirect(): Promise<SignInProblem | undefined> {
    const query = new URL(location.href).searchParams;
    if (query.has('error')) {
      showPage('/');
      return 'stopped';
    }
    if (!query.has('code')) return undefined;
    try {
      await core.handleRedirectFromLogin();
      showPage(sessionStorage.getItem(RETURN_TO) ?? '/');
      return undefined;
    } catch {
      // Also the way of an old address from the browser's history: an earlier sign-in may still be there.
      showPage('/');
      return 'failed';
    } finally {
      sessionStorage.removeItem(RETURN_TO);
    }
  }

  const session: CitizenSession = {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin() {
      begun ??= begin();
      return begun;
    },
    async login() {
      const { pathname, search, hash } = location;
      sessionStorage.setItem(RETURN_TO, pathname + search + hash);
      try {
        await core.login(config.vault, `${location.origin}/`);
      } catch {
        change({ status: 'signed_out', problem: 'unreachable' });
      }
    },
    async logout() {
      await leave();
      tabs.postMessage('signed out');
      signedOut();
    },
    fetch: limitFetch([config.vault, config.authority], async (url, init) => {
      // Said before it is tried: then it is certain that nothing was sent.
      if (init?.method === 'POST' && connection.offlineSince) throw new OfflineError();
      await begun;
      if (state.status === 'signed_out') throw new Error('Nobody is signed in');
      try {
        await renewInTime();
        const response = await core.authFetch(url, init);
        connection.tell(url, true);
        return response;
      } catch (error) {
        connection.tell(url, false);
        throw error;
      }
    }),
  };
  return session;
}

/** Whether the vault refused to renew a sign-in. The library gives no code. */
function isRefusal(error: unknown): boolean {
  return /Status: 4|missing from database/.test(String(error));
}
