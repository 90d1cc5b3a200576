/** `code` is stable; the message is for the operator. */
export type CssPluginErrorCode =
  | 'invalid_settings'
  | 'public_root'
  | 'read_log_not_open'
  | 'authority_unreachable'
  | 'status_question_refused'
  | 'report_refused';

/** What this package throws of its own; towards clients Community Solid Server's HTTP errors are used. */
export class CssPluginError extends Error {
  override readonly name: string = 'CssPluginError';
  readonly code: CssPluginErrorCode;

  constructor(code: CssPluginErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The authority answered a read report with something other than 2xx. */
export class ReportRefusedError extends CssPluginError {
  override readonly name = 'ReportRefusedError';
  /** HTTP status. */
  readonly status: number;

  constructor(status: number) {
    super(
      'report_refused',
      `Expected the authority to accept the read report, it answered ${status}. Check that both sides have the same secret and base URLs; the records are kept and sent again.`,
    );
    this.status = status;
  }

  /** Whether the report itself was refused, so that others may still be accepted. */
  get isAboutThisReport(): boolean {
    return this.status === 400 || this.status === 413 || this.status === 422;
  }
}
