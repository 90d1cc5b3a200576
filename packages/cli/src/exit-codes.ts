/** What the exit status of `grondslag` means. */
export const exitCodes = {
  ok: 0,
  /** Something did not work; the message says what. */
  failure: 1,
  /** Wrong arguments, configuration or question; nothing was sent. */
  wrongUsage: 2,
  /** It worked, and the answer is no or not yet: no vault, denied, pending, no access, something missing or refused. */
  expectedNegative: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
