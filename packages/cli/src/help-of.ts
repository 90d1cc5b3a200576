import { commands } from './commands.ts';
import { examples } from './examples.ts';
import { help } from './help.ts';
import { UsageError } from './usage-error.ts';

const EXITS = help.slice(help.indexOf('Exit status'));

/**
 * Help: all of it without a name, else how a command is used, with an example and its options.
 *
 * @throws {UsageError} for a command that does not exist
 */
export function helpOf(name: string): string {
  if (name === '') return help;
  const command = commands[name];
  if (!command) throw new UsageError(`There is no command “${name}”. See: grondslag help`);
  const options = [...command.options, 'config', 'json'].map((option) => `--${option}`);
  return [
    ...usageOf(name),
    '',
    'Example',
    ...(examples[name] ?? []).map((line) => `  grondslag ${line}`),
    '',
    `Options: ${options.join(' ')}`,
    '',
    EXITS,
  ].join('\n');
}

/** The lines of the whole help that are about one command. */
export function usageOf(name: string): readonly string[] {
  const found: string[] = [];
  let isAbout = false;
  for (const line of help.split('\n')) {
    if (/^ {2}grondslag /.test(line)) isAbout = `${line} `.startsWith(`  grondslag ${name} `);
    else if (!line.startsWith('      ')) isAbout = false;
    if (isAbout) found.push(line);
  }
  return found;
}
