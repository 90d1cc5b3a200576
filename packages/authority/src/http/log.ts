/** One line of the operator's log: ids and codes, never a WebID, a resource or the text of a message. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** What happened, e.g. `token_refused`. */
  readonly event: string;
  readonly code?: string;
  /** As in the answer the caller got. */
  readonly reference?: string;
  /** `jti` of the permission ticket. */
  readonly ticket?: string;
  /** Names of an error and its causes, and where in the code it was. */
  readonly errors?: readonly string[];
  readonly stack?: string;
  readonly count?: number;
  readonly method?: string;
  /** Pattern of the path, never the path. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** Name of a setting, never its value. */
  readonly setting?: string;
  readonly advice?: string;
}

export type Log = (entry: LogEntry) => void;

/** What may be said in the log about an error: its messages can quote personal data, so they stay out. */
export function describeError(error: unknown): Pick<LogEntry, 'errors' | 'stack'> {
  const names: string[] = [];
  for (let one = error; one instanceof Error && names.length < 5; one = one.cause) {
    const { code } = one as { readonly code?: unknown };
    names.push(typeof code === 'string' ? `${one.name} ${code}` : one.name);
  }
  const frames = error instanceof Error ? framesOf(error) : [];
  return { errors: names, ...(frames.length > 0 && { stack: frames.slice(0, 8).join('\n') }) };
}

// The stack begins with the message, in which a line can look like a frame.
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  return at === -1 ? [] : (stack.slice(at + message.length).match(/^ {4}at .*$/gm) ?? []);
}
