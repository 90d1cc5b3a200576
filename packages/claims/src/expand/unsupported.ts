/**
 * Thrown where the compiled expansion does not know what a document says, or that it says anything. The general
 * path decides then. One object, because a stack trace costs more than all the rest.
 */
export const UNSUPPORTED = new Error('Not for the compiled expansion.');

/** Thrown where a document needs a context that was not compiled before. */
export class NotCompiled extends Error {
  readonly compile: () => Promise<void>;

  constructor(compile: () => Promise<void>) {
    super('A context is not compiled yet.');
    this.compile = compile;
  }
}
