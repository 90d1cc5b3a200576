import { authorityPaths } from '@grondslag/protocol';
import {
  type Credentials,
  CredentialsExtractor,
  getLoggerFor,
  type HttpRequest,
  NotImplementedHttpError,
  UnauthorizedHttpError,
} from '@solid/community-server';
import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey } from 'jose';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { AccessGrantCredentials } from './access-grant-credentials.ts';
import { verifyGrantToken } from './verify-grant-token.ts';

/**
 * Recognises the authority's tokens among the bearer tokens, and leaves every other to the server's own extractors.
 *
 * A token that is not valid makes the request an anonymous one: it gets 401 and a new ticket.
 */
export class GrantTokenExtractor extends CredentialsExtractor {
  protected readonly logger = getLoggerFor(this);
  readonly #authority: string;
  readonly #baseUrl: string;
  readonly #keys: JWTVerifyGetKey;

  constructor(settings: GrondslagSettings, baseUrl: string) {
    super();
    this.#authority = settings.authority;
    this.#baseUrl = baseUrl;
    this.#keys = createRemoteJWKSet(new URL(authorityPaths.jwks, settings.authority), {
      timeoutDuration: 5_000,
      cooldownDuration: 30_000,
    });
  }

  /** @throws {NotImplementedHttpError} when the request carries no token of the authority. */
  override async canHandle({ headers }: HttpRequest): Promise<void> {
    const jwt = bearerToken(headers.authorization);
    if (jwt === undefined || issuerOf(jwt) !== this.#authority) {
      throw new NotImplementedHttpError('No bearer token of the authority.');
    }
  }

  /** @throws {UnauthorizedHttpError} when the token is not valid; the server then goes on without credentials. */
  override async handle({ headers }: HttpRequest): Promise<Credentials> {
    const result = await verifyGrantToken(bearerToken(headers.authorization) ?? '', {
      authority: this.#authority,
      baseUrl: this.#baseUrl,
      keys: this.#keys,
    }).catch((error: unknown) => {
      this.logger.error(`Could not get the keys of the authority: ${String(error)}`);
      throw error;
    });
    if (!result.verified) {
      this.logger.warn(`Grant token not accepted: ${result.reason}`);
      throw new UnauthorizedHttpError('The access token is not valid.');
    }
    return { accessGrant: new AccessGrantCredentials(result.token) };
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
