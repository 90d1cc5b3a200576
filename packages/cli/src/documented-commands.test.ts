import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';
import { checkArguments, parseArguments } from './parse-arguments.ts';
import { commandOf } from './run-command.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PAGES = ['*.md', 'docs/**/*.md', '{packages,apps,examples}/**/*.md'];
const WORDS = /'[^']*'|"[^"]*"|\S+/g;

/** Command lines of `grondslag` in the shell blocks of a page, without what only the shell sees. */
function commandLines(page: string): string[][] {
  const text = readFileSync(`${root}${page}`, 'utf8');
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)]
    .flatMap(([, block = '']) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .flatMap((line) => line.replace(/\s#\s.*$/, '').split(/ (?:\||&&) /))
    .map((command) => command.replace(/\s>\s.*$/, '').trim())
    .filter((command) => /^(?:npx )?grondslag /.test(command))
    .map((command) => {
      const words = [...command.matchAll(WORDS)].map(([word]) =>
        word.replaceAll(/^['"]|['"]$/g, ''),
      );
      return words.slice(words.indexOf('grondslag') + 1);
    });
}

const written = globSync(PAGES, { cwd: root, exclude: (path) => path.includes('node_modules') })
  .toSorted()
  .flatMap((page) => commandLines(page).map((args) => [page, args.join(' '), args] as const));

it('finds them', () => expect(written.length).toBeGreaterThan(20));

it.each(written)('%s: grondslag %s', (_page, _line, args) => {
  const { values, positionals } = parseArguments(args);
  const { name, argument, more } = commandOf(positionals);
  if (name === 'help' || name === 'completion') return;
  const command = commands[name];
  expect(command, `There is no command ${name}.`).toBeDefined();
  if (command) checkArguments(name, command, argument, more, values);
});
