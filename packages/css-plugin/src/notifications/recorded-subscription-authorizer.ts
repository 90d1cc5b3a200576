import { Authorizer, type AuthorizerInput } from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';
import type { ReadLog } from '../read-log/read-log.ts';

/** Puts a notification channel opened under a grant on record, as `SUBSCRIBE`: it tells of changes from then on. */
export class RecordedSubscriptionAuthorizer extends Authorizer {
  readonly #source: Authorizer;
  readonly #readLog: ReadLog;

  constructor(source: Authorizer, readLog: ReadLog) {
    super();
    this.#source = source;
    this.#readLog = readLog;
  }

  override async handle(input: AuthorizerInput): Promise<void> {
    await this.#source.handleSafe(input);
    const grant = accessGrantOf(input.credentials);
    if (!grant) return;
    for (const { path } of input.requestedModes.distinctKeys()) {
      await this.#readLog.record(grant, path, 'SUBSCRIBE');
    }
  }
}
