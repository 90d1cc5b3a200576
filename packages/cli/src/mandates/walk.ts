import type { Ask } from '../terminal/ask.ts';
import { answerAt, type Draft, withAnswer } from './draft.ts';
import type { Language, Prompt } from './prompt.ts';

interface WalkPowers {
  readonly ask: Ask;
  readonly print: (text: string) => void;
  readonly language: Language;
  /** After each answer, so that leaving loses nothing. */
  readonly save: (draft: Draft) => Promise<void>;
}

/** Asks what is not answered yet, in order. `left` means that the official went away in between. */
export async function walk(
  prompts: readonly Prompt[],
  start: Draft,
  powers: WalkPowers,
): Promise<{ readonly draft: Draft; readonly left: boolean }> {
  let draft = start;
  for (const prompt of prompts) {
    const applies = prompt.when?.(draft) ?? true;
    if (!applies || answerAt(draft, prompt.path) !== undefined) continue;
    if (prompt.help) powers.print(`\n${prompt.help[powers.language]}\n`);
    const answer = await (prompt.kind === 'list' ? askList : askLine)(prompt, powers);
    if (answer === undefined) return { draft, left: true };
    draft = withAnswer(draft, prompt.path, answer);
    await powers.save(draft);
  }
  return { draft, left: false };
}

async function askLine(prompt: Prompt, powers: WalkPowers): Promise<unknown> {
  for (;;) {
    const line = await powers.ask(`${prompt.question[powers.language]}\n> `);
    if (line === undefined) return undefined;
    const parsed = await prompt.parse(line);
    if ('value' in parsed) return parsed.value;
    powers.print(`  ! ${parsed.wrong[powers.language]}\n`);
  }
}

async function askList(prompt: Prompt, powers: WalkPowers): Promise<unknown> {
  const values: unknown[] = [];
  let question = `${prompt.question[powers.language]}\n> `;
  for (;;) {
    const line = await powers.ask(question);
    if (line === undefined) return undefined;
    if (line.trim() === '') return values;
    const parsed = await prompt.parse(line);
    if ('value' in parsed) values.push(parsed.value);
    else powers.print(`  ! ${parsed.wrong[powers.language]}\n`);
    question = '> ';
  }
}
