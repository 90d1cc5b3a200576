/** Tells a story in a terminal: one line a step, with what was sent and what was answered. */
export interface Telling {
  title(text: string): void;
  /** @throws {StoryError} when `holds` is false: the story ends there */
  step(name: string, sent: string, answered: string, holds: boolean): void;
}

/** A step of the story did not go as it must. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
  readonly code = 'story_broken';
}

export function createTelling(print: (line: string) => void): Telling {
  return {
    title: (text) => print(`\n${text}`),
    step(name, sent, answered, holds) {
      print(`  ${holds ? '✓' : '✗'} ${name.padEnd(20)} ${sent}  →  ${answered}`);
      if (!holds) throw new StoryError(`The step "${name}" did not hold: ${answered}`);
    },
  };
}

/** Last path segments, short enough for one line. */
export function short(url: string): string {
  return new URL(url).pathname.split('/').slice(-2).join('/');
}
