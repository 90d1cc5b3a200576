import { QueryRefusedError } from './query-refused-error.ts';

/** Beyond it, few rows still make an answer nobody can take. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Counts what an answer grows by. `count` throws `answer_too_large` when it is more than one can take. */
export interface AnswerLimit {
  count(newRows: number, newCharacters: number): void;
}

export function createLimit(maxRows: number): AnswerLimit {
  let rows = 0;
  let characters = 0;
  return {
    count(newRows: number, newCharacters: number): void {
      rows += newRows;
      characters += newCharacters;
      if (rows <= maxRows && characters <= MAX_CHARACTERS) return;
      throw new QueryRefusedError(
        'answer_too_large',
        `Expected an answer of at most ${maxRows} rows and ${MAX_CHARACTERS} characters. Add a LIMIT, or ask for less.`,
      );
    },
  };
}
