import { resolve } from 'node:path';
import { CssPluginError } from './errors.ts';
import { MAX_TOKEN_AGE_SECONDS } from './grant-token/verify-grant-token.ts';
import { TrustedAuthority } from './trusted-authority.ts';

/**
 * What an operator says once: which authorities this vault server trusts.
 *
 * Defined in the operator's configuration as `urn:grondslag:default:Settings`.
 */
export class GrondslagSettings {
  /** The authority of every resource that has none of its own, first; then the others. */
  readonly authorities: readonly [TrustedAuthority, ...TrustedAuthority[]];
  /** Absolute path of the folder that keeps reads until the authority has them. */
  readonly queueFolder: string;
  /** Whether anonymous reads of public resources also carry a ticket, so that clients can find the authority. */
  readonly challengePublic: boolean;
  /** Where people decide on requests, as `.well-known/solid` tells; `undefined`: not told. */
  readonly consentApp: string | undefined;
  /** When an authority gives no answer for longer, its grants open nothing until it is back. */
  readonly maxSilenceSeconds: number;
  /** Containers, relative to each storage, in which only registered sources write. */
  readonly placedContainers: readonly string[];

  /** @throws {CssPluginError} `invalid_settings` when Community Solid Server must not start with these. */
  constructor(
    authority: string,
    queueFolder: string,
    secret?: string,
    secretFile?: string,
    challengePublic?: boolean,
    otherAuthorities?: TrustedAuthority[],
    consentApp?: string,
    maxSilenceSeconds?: number,
    placedContainers?: string[],
    lawfulAccess?: boolean,
  ) {
    const primary = new TrustedAuthority(authority, secret, secretFile, [], lawfulAccess);
    this.authorities = [primary, ...(otherAuthorities ?? [])];
    this.queueFolder = resolve(queueFolder);
    this.challengePublic = challengePublic ?? false;
    this.consentApp = consentApp === undefined ? undefined : checkApp(consentApp);
    this.maxSilenceSeconds = checkMaxSilence(maxSilenceSeconds ?? 30);
    this.placedContainers = (placedContainers ?? []).map(checkContainer);
    this.#refuseLawfulAccessToAll();
    refuseTwice(
      'authority',
      this.authorities.map(({ url }) => url),
    );
    refuseTwice(
      'resources',
      this.authorities.flatMap(({ resources }) => resources),
    );
  }

  /** Lawful access reaches only what sources placed, so there must be a place for that. */
  #refuseLawfulAccessToAll(): void {
    const allowed = this.authorities.find(({ lawfulAccess }) => lawfulAccess);
    if (!allowed || this.placedContainers.length > 0) return;
    throw new CssPluginError(
      'invalid_settings',
      `Expected "placedContainers" beside "lawfulAccess", which is on for ${allowed.url}. Name the containers in which only sources write, such as ["facts/"].`,
    );
  }

  /** The authority with this base URL. */
  findAuthority(url: unknown): TrustedAuthority | undefined {
    return this.authorities.find((authority) => authority.url === url);
  }

  /** The one authority a stranger is sent to for a resource: clients follow the first challenge only. */
  authorityFor(resource: string): TrustedAuthority {
    return this.#ownAuthorityOf(resource) ?? this.authorities[0];
  }

  /** Whether grants of this authority count for a resource. */
  isTrustedFor(authority: TrustedAuthority, resource: string): boolean {
    const own = this.#ownAuthorityOf(resource);
    return own ? own === authority : authority.resources.length === 0;
  }

  /** The narrowest container counts. */
  #ownAuthorityOf(resource: string): TrustedAuthority | undefined {
    let longest = 0;
    let found: TrustedAuthority | undefined;
    for (const authority of this.authorities) {
      for (const container of authority.resources) {
        if (container.length <= longest || !resource.startsWith(container)) continue;
        longest = container.length;
        found = authority;
      }
    }
    return found;
  }
}

function checkMaxSilence(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_TOKEN_AGE_SECONDS) return seconds;
  throw new CssPluginError(
    'invalid_settings',
    `Expected "maxSilenceSeconds" to be a whole number from 1 to ${MAX_TOKEN_AGE_SECONDS}, got ${seconds}.`,
  );
}

function checkContainer(path: string): string {
  const url = URL.parse(path, 'https://storage.example/');
  const isNormal = url?.href === `https://storage.example/${path}` && !/^\/|\/\/|[?#]/.test(path);
  if (isNormal && path.endsWith('/')) return path;
  throw new CssPluginError(
    'invalid_settings',
    `Expected each of "placedContainers" to be a path from the root of a storage in normal form with a trailing slash, such as "facts/", got "${path}".`,
  );
}

function refuseTwice(setting: string, urls: readonly string[]): void {
  const again = urls.find((url, index) => urls.indexOf(url) !== index);
  if (again === undefined) return;
  throw new CssPluginError(
    'invalid_settings',
    `Expected each URL of "${setting}" once over all authorities, "${again}" is there twice.`,
  );
}

function checkApp(url: string): string {
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed.href;
  throw new CssPluginError(
    'invalid_settings',
    `Expected "consentApp" to be an absolute http(s) URL, got "${url}".`,
  );
}
