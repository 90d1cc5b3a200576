import { type CompletedCommand, firstWords, secondWords, takesValue } from './shell-words.ts';

/** Completion for fish: a line for each word and each option. */
export function fishScript(all: readonly CompletedCommand[]): string {
  const first = firstWords(all);
  const lines = [
    '# grondslag completion fish | source',
    `complete -c grondslag -n __fish_use_subcommand -f -a '${first.join(' ')}'`,
    ...first.flatMap((word) => {
      const second = secondWords(all, word);
      if (second.length === 0) return [];
      const list = second.join(' ');
      const waits = `__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${list}`;
      return [`complete -c grondslag -n '${waits}' -f -a '${list}'`];
    }),
    ...all.flatMap(({ name, options }) => {
      const seen = name
        .split(' ')
        .map((word) => `__fish_seen_subcommand_from ${word}`)
        .join('; and ');
      return options.map(
        (option) =>
          `complete -c grondslag -n '${seen}' -l ${option.slice(2)}${takesValue(option) ? ' -r' : ''}`,
      );
    }),
  ];
  return `${lines.join('\n')}\n`;
}
