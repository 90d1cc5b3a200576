import { commands } from '../commands.ts';
import { options } from '../parse-arguments.ts';

/** What one command takes, as a shell completes it. */
export interface CompletedCommand {
  /** One word or two. */
  readonly name: string;
  /** With their dashes, in the order of its definition. */
  readonly options: readonly string[];
}

const everywhere = ['config', 'json', 'help'];

/** The commands, from their own definitions; `completion` and `help` too. */
export function completedCommands(): readonly CompletedCommand[] {
  return [
    ...Object.entries(commands).map(([name, command]) => ({
      name,
      options: [...command.options, ...everywhere].map((option) => `--${option}`),
    })),
    { name: 'completion', options: [] },
    { name: 'help', options: [] },
  ];
}

/** Words that may come first, each once. */
export function firstWords(all: readonly CompletedCommand[]): readonly string[] {
  return [...new Set(all.map(({ name }) => name.split(' ')[0] ?? ''))];
}

/** Words that may come after a first one; none when the command is one word. */
export function secondWords(all: readonly CompletedCommand[], first: string): readonly string[] {
  return all.flatMap(({ name }) =>
    name.startsWith(`${first} `) ? [name.split(' ')[1] ?? ''] : [],
  );
}

/** Whether something follows the option: what it is, the shell takes for a file. */
export function takesValue(option: string): boolean {
  return options[option.slice(2) as keyof typeof options].type === 'string';
}
