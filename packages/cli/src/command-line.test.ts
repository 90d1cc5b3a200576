import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAgency } from '@grondslag/agency';
import { describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { completionScript } from './completion/completion-script.ts';
import { examples } from './examples.ts';
import { usageOf } from './help-of.ts';
import { checkArguments, parseArguments } from './parse-arguments.ts';
import { commandOf, runCommand } from './run-command.ts';

const run = promisify(execFile);
const names = Object.keys(commands);

async function told(...args: string[]) {
  let printed = '';
  const print = (text: string) => {
    printed += text;
  };
  const code = await runCommand(args, {
    ...{ env: {}, folder: '.', createAgency, print, printError: print },
  });
  return { code, printed };
}

describe('every verb of the SDK is on the command line', () => {
  /** Not on a command line, and why. */
  const exceptions: Readonly<Record<string, string>> = {
    exchangeGrant: 'gives a fetch to a program',
    until: 'binds a signal; Ctrl-C ends a command',
    close: 'is done at the end of each command',
  };
  const source = globSync('**/*.ts', { cwd: fileURLToPath(new URL('.', import.meta.url)) })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
    .join('\n');
  const agency = createAgency({
    ...{ webId: 'https://vault.example/#me', oidcIssuer: 'https://vault.example/' },
    ...{ clientId: 'id', clientSecret: 'the secret', authority: 'https://access.example/' },
    ...{ vaults: ['https://vault.example/'], unsafelyWithoutLog: true },
  });

  it.each(Object.keys(agency))('%s', (verb) => {
    const isCalled = new RegExp(`\\.${verb}\\(`).test(source);
    expect(isCalled || Object.hasOwn(exceptions, verb), `No command calls ${verb}.`).toBe(true);
  });
});

describe('help', () => {
  it.each(names)('of %s says how it is used, with examples that can be typed', async (name) => {
    expect(usageOf(name)).not.toEqual([]);
    for (const line of examples[name] ?? []) {
      const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
        ([, double, single, bare]) => double ?? single ?? bare ?? '',
      );
      const { values, positionals } = parseArguments(words);
      const typed = commandOf(positionals);
      expect(typed.name).toBe(name);
      const command = commands[name];
      if (command) checkArguments(name, command, typed.argument, typed.more, values);
      const { code, printed } = await told('help', ...name.split(' '));
      expect(code).toBe(0);
      expect(printed).toContain(`  grondslag ${line}`);
      expect(printed).toContain('Exit status');
    }
    expect(examples[name]?.length ?? 0).toBeGreaterThan(0);
    expect(await told(...name.split(' '), '--help')).toEqual(await told('help', name));
  });

  it('has no example of a command that is gone', () => {
    expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('of what is no command is wrong usage', async () => {
    expect((await told('help', 'reed')).code).toBe(2);
  });
});

it('says its version', async () => {
  const { code, printed } = await told('--version');
  expect(code).toBe(0);
  expect(printed).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('completion', () => {
  /** What bash offers for the last of these words. */
  async function offered(...words: string[]): Promise<readonly string[]> {
    const script = [
      completionScript('bash'),
      'COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _grondslag',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: of bash
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    const args = ['--norc', '-c', script, 'bash', 'grondslag', ...words];
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    const { stdout } = await run('bash', args, { cwd });
    return stdout.trim().split('\n');
  }

  it('of bash offers commands, their second words and their own options', async () => {
    expect(await offered('ma')).toEqual(['mandate']);
    expect(await offered('mandate', 'p')).toEqual(['publish']);
    expect(await offered('corrections', '')).toEqual(['report', 'disputed', 'list', 'answer']);
    expect(await offered('webhooks', 'add', 'https://x.example/', '--o')).toEqual(['--out']);
    expect(await offered('read', 'id', '--')).toEqual(
      ['query', 'file', 'kind', 'config', 'json', 'help'].map((option) => `--${option}`),
    );
    expect(await offered('reed', 'id', '--')).toEqual(['']);
  });

  it('of bash offers files after an option that takes one, and for an argument', async () => {
    expect(await offered('read', 'id', '--file', 'command-line.t')).toEqual([
      'command-line.test.ts',
    ]);
    expect(await offered('request', 'command-line.t')).toEqual(['command-line.test.ts']);
  });

  it.each(['bash', 'zsh', 'fish'])('of %s knows every command and option', async (shell) => {
    const { code, printed } = await told('completion', shell);
    expect(code).toBe(0);
    for (const [name, { options }] of Object.entries(commands)) {
      for (const word of [...name.split(' '), ...options]) expect(printed).toContain(word);
    }
  });

  it('is made for no other shell', async () => {
    expect((await told('completion', 'tcsh')).code).toBe(2);
  });
});
