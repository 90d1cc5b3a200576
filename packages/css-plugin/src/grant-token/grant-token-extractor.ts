import {
  type Credentials,
  CredentialsExtractor,
  getLoggerFor,
  type HttpRequest,
} from '@solid/community-server';
import { decodeJwt } from 'jose';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { lawfulAccessOff } from '../placed/refusals.ts';
import { AuthoritySilentError } from '../status-feed/authority-silent-error.ts';
import type { GrantStatusBoard } from '../status-feed/grant-status-board.ts';
import { createGrantTokenVerifier, type GrantTokenVerifier } from './grant-token-verifier.ts';

/**
 * Recognises the authorities' tokens among the bearer tokens, and leaves everything else to the server's own
 * extractors. Each token is checked with the keys of its own issuer, its grant with what that issuer says now.
 *
 * A token that is not valid, or whose grant has ended, makes the request an anonymous one: it gets 401 and a new ticket.
 */
export class GrantTokenExtractor extends CredentialsExtractor {
  protected readonly logger = getLoggerFor(this);
  readonly #source: CredentialsExtractor;
  readonly #settings: GrondslagSettings;
  readonly #board: GrantStatusBoard;
  readonly #verifiers = new Map<string, GrantTokenVerifier>();

  /** @param source - The server's own extractors. */
  constructor(
    source: CredentialsExtractor,
    settings: GrondslagSettings,
    board: GrantStatusBoard,
    baseUrl: string,
  ) {
    super();
    this.#source = source;
    this.#settings = settings;
    this.#board = board;
    for (const { url: authority } of settings.authorities) {
      this.#verifiers.set(authority, createGrantTokenVerifier({ authority, baseUrl }));
    }
    board.onEnded(({ authority, grant }) => this.#verifiers.get(authority)?.forget(grant));
    board.onReset((authority) => this.#verifiers.get(authority)?.forgetAll());
  }

  /**
   * @throws {AuthoritySilentError} when nobody can say whether the grant still holds.
   * @throws {ForbiddenHttpError} `lawful_access_off`; not an anonymous request, because a new ticket would not help.
   */
  override async handle(request: HttpRequest): Promise<Credentials> {
    const jwt = bearerToken(request.headers.authorization);
    const verifier = jwt === undefined ? undefined : this.#verifiers.get(issuerOf(jwt));
    if (jwt === undefined || !verifier) return this.#source.handleSafe(request);

    const result = await verifier.verify(jwt).catch((error: unknown) => {
      this.logger.error(`Could not get the keys of the authority: ${String(error)}`);
      return undefined;
    });
    if (!result) throw new AuthoritySilentError(this.#settings.maxSilenceSeconds);
    if (!result.credentials) {
      this.logger.warn(`Grant token not accepted: ${result.reason}`);
      return {};
    }
    const { credentials } = result;
    if (credentials.legalBasis !== undefined && !this.#allowsLawfulAccess(credentials.authority)) {
      throw lawfulAccessOff();
    }
    const status = await this.#board.check(credentials);
    if (status === 'unknown') throw new AuthoritySilentError(this.#settings.maxSilenceSeconds);
    return status === 'honoured' ? { accessGrant: credentials } : {};
  }

  #allowsLawfulAccess(authority: string): boolean {
    return this.#settings.findAuthority(authority)?.lawfulAccess === true;
  }
}

/** RFC 6750 §2.1. */
function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w\-.~+/]+=*) *$/i.exec(authorization ?? '')?.[1];
}

/** What the token says itself; empty when it says nothing. */
function issuerOf(jwt: string): string {
  try {
    return decodeJwt(jwt).iss ?? '';
  } catch {
    return '';
  }
}
