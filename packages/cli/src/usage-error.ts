/** The command was called in a wrong way; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'wrong_usage';
}
