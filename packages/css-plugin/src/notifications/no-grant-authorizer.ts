import { Authorizer, type AuthorizerInput, ForbiddenHttpError } from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';

/** Keeps grants from channels that never end, which would outlive a withdrawal: the streaming HTTP channel. */
export class NoGrantAuthorizer extends Authorizer {
  readonly #source: Authorizer;

  constructor(source: Authorizer) {
    super();
    this.#source = source;
  }

  /** @throws {ForbiddenHttpError} for any request under a grant. */
  override async handle(input: AuthorizerInput): Promise<void> {
    if (accessGrantOf(input.credentials)) {
      throw new ForbiddenHttpError(
        'This kind of notification channel cannot be used with a grant.',
      );
    }
    await this.#source.handleSafe(input);
  }
}
