/** Nothing was sent, because there is no connection. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly code = 'offline';

  constructor() {
    super('There is no connection, so nothing was sent');
  }
}
