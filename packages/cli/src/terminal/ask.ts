import { createInterface } from 'node:readline';

/** Asks one line; resolves to `undefined` when the input has ended: nobody is there any more. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks in a terminal, or of a file that is piped in. */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): { readonly ask: Ask; close(): void } {
  const terminal = createInterface({ input, output });
  const lines = terminal[Symbol.asyncIterator]();
  let hasEnded = false;
  terminal.once('close', () => {
    hasEnded = true;
  });
  return {
    async ask(question) {
      // A file that is piped in has ended before its last lines are used.
      if (hasEnded) output.write(question);
      else {
        terminal.setPrompt(question);
        terminal.prompt();
      }
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    close: () => terminal.close(),
  };
}
