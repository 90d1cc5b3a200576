import { SessionCore } from '@uvdsl/solid-oidc-client-browser/core';
import type { AppConfig } from '../load-config.ts';
import { limitFetch } from './limit-fetch.ts';
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
  logout(): Promise<void>;
  /** Authenticated (DPoP), for URLs below the vault and the authority; refuses any other. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

const RETURN_TO = 'return-to';
/** A token that ends this soon is replaced first, so that it does not end on the way. */
const RENEW_BEFORE_SECONDS = 30;

/**
 * Signs in at the vault as the client of this origin (`/clientid.jsonld`). `showPage` gets the path to show
 * in place of the address the vault returned to.
 */
export function createSession(
  config: AppConfig,
  browser: Window & typeof globalThis,
  showPage: (path: string) => void,
) {
  const { location, sessionStorage } = browser;
  const core = new SessionCore(
    { client_id: `${location.origin}/clientid.jsonld` },
    { database: createSessionDatabase(browser.indexedDB, 'sign-in') },
  );
  const listeners = new Set<() => void>();
  let state: SessionState = { status: 'restoring' };
  let renewal: Promise<void> | undefined;

  function change(next: SessionState) {
    state = next;
    for (const listener of listeners) listener();
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

  async function renewInTime(): Promise<void> {
    if (core.getExpiresIn() > RENEW_BEFORE_SECONDS) return;
    try {
      await renew();
    } catch (error) {
      if (!core.isExpired()) return;
      // The library gives no code. Only a refusal ends the sign-in; a network that is away may come back.
      if (/Status: 4|missing from database/.test(String(error))) {
        await core.logout();
        change({ status: 'signed_out', problem: 'expired' });
      }
      throw error;
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
    async begin() {
      const problem = await finishRedirect();
      if (!core.isActive) await renew().catch(() => undefined);
      if (core.isActive && core.webId) change({ status: 'signed_in', webId: core.webId });
      else change({ status: 'signed_out', ...(problem && { problem }) });
    },
    async login() {
      sessionStorage.setItem(RETURN_TO, `${location.pathname}${location.search}`);
      try {
        await core.login(config.vault, `${location.origin}/`);
      } catch {
        change({ status: 'signed_out', problem: 'unreachable' });
      }
    },
    async logout() {
      await core.logout();
      change({ status: 'signed_out' });
    },
    fetch: limitFetch([config.vault, config.authority], async (url, init) => {
      await renewInTime();
      return core.authFetch(url, init);
    }),
  };
  return session;
}
