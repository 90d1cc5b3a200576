import { authorityPaths } from '@grondslag/protocol';
import {
  type Credentials,
  CredentialsExtractor,
  getLoggerFor,
  type HttpRequest,
} from '@solid/community-server';
import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey } from 'jose';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import type { TrustedAuthority } from '../trusted-authority.ts';
import { AccessGrantCredentials } from './access-grant-credentials.ts';
import { verifyGrantToken } from './verify-grant-token.ts';

/**
 * Recognises the authorities' tokens among the bearer tokens, and leaves everything else to the server's own
 * extractors. Each token is checked with the keys of its own issuer.
 *
 * A token that is not valid makes the request an anonymous one: it gets 401 and a new ticket.
 */
export class GrantTokenExtractor extends CredentialsExtractor {
  protected readonly logger = getLoggerFor(this);
  readonly #source: CredentialsExtractor;
  readonly #settings: GrondslagSettings;
  readonly #baseUrl: string;
  readonly #keys = new Map<TrustedAuthority, JWTVerifyGetKey>();

  /** @param source - The server's own extractors. */
  constructor(source: CredentialsExtractor, settings: GrondslagSettings, baseUrl: string) {
    super();
    this.#source = source;
    this.#settings = settings;
    this.#baseUrl = baseUrl;
    for (const authority of settings.authorities) {
      const keys = createRemoteJWKSet(new URL(authorityPaths.jwks, authority.url), {
        timeoutDuration: 5_000,
        cooldownDuration: 30_000,
      });
      this.#keys.set(authority, keys);
    }
  }

  override async handle(request: HttpRequest): Promise<Credentials> {
    const jwt = bearerToken(request.headers.authorization);
    const authority = jwt === undefined ? undefined : this.#settings.findAuthority(issuerOf(jwt));
    const keys = authority && this.#keys.get(authority);
    if (jwt === undefined || !keys) return this.#source.handleSafe(request);

    const result = await verifyGrantToken(jwt, {
      authority: authority.url,
      baseUrl: this.#baseUrl,
      keys,
    }).catch((error: unknown) => {
      this.logger.error(`Could not get the keys of the authority: ${String(error)}`);
      return { verified: false, reason: 'no_keys' } as const;
    });
    if (result.verified) return { accessGrant: new AccessGrantCredentials(result.token) };
    this.logger.warn(`Grant token not accepted: ${result.reason}`);
    return {};
  }
}

/** RFC 6750 §2.1. */
function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w\-.~+/]+=*) *$/i.exec(authorization ?? '')?.[1];
}

function issuerOf(jwt: string): unknown {
  try {
    return decodeJwt(jwt).iss;
  } catch {
    return undefined;
  }
}
