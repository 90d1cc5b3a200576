import {
  type CredentialsExtractor,
  getLoggerFor,
  HttpError,
  InternalServerError,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
  UnauthorizedHttpError,
} from '@solid/community-server';
import {
  type AccessGrantCredentials,
  accessGrantOf,
} from '../grant-token/access-grant-credentials.ts';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { AuthoritySilentError } from '../status-feed/authority-silent-error.ts';
import type { GrantStatusBoard } from '../status-feed/grant-status-board.ts';
import type { ReadLog } from './read-log.ts';

/**
 * Lets nothing out under a grant before it is on record, and nothing be changed before the attempt is.
 *
 * Sits behind authorization. Requests under a grant also skip the server's `WAC-Allow` handler, which would
 * report what the grant allows as allowed to the public.
 */
export class GrantUseHandler extends OperationHttpHandler {
  protected readonly logger = getLoggerFor(this);
  readonly #credentialsExtractor: CredentialsExtractor;
  readonly #settings: GrondslagSettings;
  readonly #board: GrantStatusBoard;
  readonly #readLog: ReadLog;
  readonly #underGrant: OperationHttpHandler;
  readonly #otherwise: OperationHttpHandler;

  /**
   * @param credentialsExtractor - The cached extractor of the server, so that a token is verified once a request.
   * @param underGrant - Carries out requests under a grant.
   * @param otherwise - Carries out everyone else's.
   */
  constructor(
    credentialsExtractor: CredentialsExtractor,
    settings: GrondslagSettings,
    board: GrantStatusBoard,
    readLog: ReadLog,
    underGrant: OperationHttpHandler,
    otherwise: OperationHttpHandler,
  ) {
    super();
    this.#credentialsExtractor = credentialsExtractor;
    this.#settings = settings;
    this.#board = board;
    this.#readLog = readLog;
    this.#underGrant = underGrant;
    this.#otherwise = otherwise;
  }

  /** @throws {InternalServerError} when the use could not be recorded; then nothing is served. */
  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { request, operation } = input;
    const grant = accessGrantOf(await this.#credentialsExtractor.handleSafe(request));
    if (!grant) return this.#otherwise.handleSafe(input);

    // On a busy server much time may have passed since the token was looked at: the grant is looked at once more.
    const record = async () => {
      await this.#requireHonoured(grant);
      await this.#record(grant, operation.target.path, operation.method);
    };
    // A change cannot be taken back: with the record after it, a crash in between would hide it.
    if (operation.method !== 'GET' && operation.method !== 'HEAD') {
      await record();
      return this.#underGrant.handleSafe(input);
    }
    let response: ResponseDescription;
    try {
      response = await this.#underGrant.handleSafe(input);
    } catch (error) {
      // 304 tells the agency that what it holds is still so: that is a use as well.
      if (HttpError.isInstance(error) && error.statusCode === 304) await record();
      throw error;
    }
    try {
      await record();
    } catch (error) {
      response.data?.destroy(); // gives back the lock on the resource
      throw error;
    }
    return response;
  }

  /** @throws {UnauthorizedHttpError} when the grant has ended meanwhile. */
  async #requireHonoured(grant: AccessGrantCredentials): Promise<void> {
    const status = await this.#board.check(grant);
    if (status === 'ended') throw new UnauthorizedHttpError('The access grant has ended.');
    if (status === 'unknown') throw new AuthoritySilentError(this.#settings.maxSilenceSeconds);
  }

  async #record(...use: Parameters<ReadLog['record']>): Promise<void> {
    try {
      await this.#readLog.record(...use);
    } catch (cause) {
      this.logger.error(`Use of a grant not served, it could not be recorded: ${String(cause)}`);
      throw new InternalServerError('This use could not be recorded, so it is not served.', {
        cause,
      });
    }
  }
}
