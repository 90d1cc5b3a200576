import type { ClientCredentials } from '../accounts/make-client-credentials.ts';
import type { LoginKind } from '../accounts/open-logins.ts';
import type { BrowserPage } from '../browser/open-browser.ts';
import type { Authority } from './find-authority.ts';
import type { Scratch } from './scratch.ts';

/** Someone who takes part in a case. */
export interface Person {
  readonly webId: string;
  readonly oidcIssuer: string;
  /** Root of the own storage. */
  readonly storage: string;
  /** A `fetch` that is logged in as this person, in the way the case is tried with. */
  readonly fetch: typeof fetch;
  /** For cases that make their own login. */
  credentials(): Promise<ClientCredentials>;
}

/** What a case works with. */
export interface CaseContext {
  readonly authority: Authority;
  /** Base URL of the vault server. */
  readonly vault: string;
  readonly accessControl: 'WAC' | 'ACP';
  readonly login: LoginKind;
  readonly citizen: Person;
  readonly agency: Person;
  readonly stranger: Person;
  readonly rogue: Person;
  /** A folder of this run in the citizen's storage, private. */
  readonly scratch: Scratch;
  /** Calls libraries in a browser, from a page of another origin; only with `--browser`. */
  browser(): Promise<BrowserPage>;
  /** The same on another vault server of this run, when there is one. */
  readonly other: Pick<CaseContext, 'vault' | 'scratch'> | undefined;
}
