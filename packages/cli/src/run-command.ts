import type { Readable } from 'node:stream';
import {
  type Agency,
  type AgencyOptions,
  appendProcessingRecords,
  keepTrustList,
} from '@grondslag/agency';
import { asUsageError } from './as-usage-error.ts';
import { readAddedContexts } from './claims/read-contexts.ts';
import { commands } from './commands.ts';
import { completionScript } from './completion/completion-script.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { helpOf } from './help-of.ts';
import { type Config, loadConfig, loadTrustConfig } from './load-config.ts';
import { packageVersion } from './package-version.ts';
import { checkArguments, parseArguments, type Values } from './parse-arguments.ts';
import type { Ask } from './terminal/ask.ts';
import { UsageError } from './usage-error.ts';

/** What a command may use of the world. */
export interface CommandPowers {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that paths are relative to. */
  readonly folder: string;
  readonly createAgency: (options: AgencyOptions) => Agency;
  /** Asks whoever sits at the terminal. */
  readonly ask?: Ask;
  /** All that is piped in, as text. */
  readonly stdin?: () => Promise<string>;
  /** What is piped in, as it comes. */
  readonly stdinStream?: () => Readable;
  /** Writes over a line of the terminal, where there is one. */
  readonly progress?: (text: string) => void;
  /** Resolves when a server that was started, or a long run, should end. */
  readonly stopped?: () => Promise<void>;
  /** By default the clock of the machine. */
  readonly now?: () => Date;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Runs one command line (without `node` and the script) and resolves to its exit status. Secrets are never printed. */
export async function runCommand(
  args: readonly string[],
  powers: CommandPowers,
): Promise<ExitCode> {
  const isJson = args.includes('--json');
  let agency: Agency | undefined;
  try {
    const { values, positionals } = parseArguments(args);
    const { name, argument, more } = commandOf(positionals);
    const told = tellOf(name, argument, more, values);
    if (told !== undefined) {
      powers.print(told);
      return exitCodes.ok;
    }
    const command = commands[name];
    if (!command) throw new UsageError(`There is no command “${name}”. See: grondslag help`);
    checkArguments(name, command, argument, more, values);
    const { env, folder } = powers;
    const source = { file: values.config, env, folder };
    const config = () => loadConfig(source);
    const agencyOnce = async () => {
      agency ??= await openAgency(powers, await config());
      return agency;
    };
    const { outcome, report } = await command.run({
      ...{ config, folder, argument, more, values },
      trustConfig: () => loadTrustConfig(source),
      stdin: powers.stdin ?? nothingPipedIn,
      stdinStream: powers.stdinStream ?? noStreamPipedIn,
      progress: powers.progress,
      stopped: powers.stopped ?? (() => new Promise(() => undefined)),
      agency: agencyOnce,
      ask: powers.ask,
      // standard output is for the outcome alone
      print: powers.printError,
      now: powers.now ?? (() => new Date()),
    });
    powers.print(isJson ? `${JSON.stringify(outcome, null, 2)}\n` : `${report.lines.join('\n')}\n`);
    return report.exitCode;
  } catch (error) {
    return reportError(error, isJson, powers);
  } finally {
    await agency?.close();
  }
}

/** What is told about the command line itself; `undefined` for a command. */
function tellOf(
  name: string,
  argument: string,
  more: readonly string[],
  { help: asksHelp, version }: Values,
): string | undefined {
  if (version) return `${packageVersion()}\n`;
  if (name === 'completion' && !asksHelp) return completionScript(argument);
  if (name === 'help') return helpOf([argument, ...more].join(' ').trim());
  return asksHelp ? helpOf(name) : undefined;
}

function noStreamPipedIn(): never {
  throw new UsageError('Expected something on standard input, there is none.');
}

async function nothingPipedIn(): Promise<string> {
  throw new UsageError('Expected something on standard input, there is none.');
}

/** A command is one word, or two: `read`, `mandate check`. */
export function commandOf([first = 'help', second = '', ...rest]: readonly string[]) {
  const both = `${first} ${second}`;
  if (commands[both] === undefined) {
    return { name: first, argument: second, more: rest };
  }
  const [argument = '', ...more] = rest;
  return { name: both, argument, more };
}

async function openAgency(
  { createAgency, printError }: CommandPowers,
  config: Config,
): Promise<Agency> {
  const {
    processingLog,
    operatorKeys,
    trustListFile,
    contexts,
    runsDatabase: _,
    ...options
  } = config;
  const added = contexts !== undefined && { contexts: await readAddedContexts(contexts) };
  try {
    return createAgency({
      ...options,
      ...added,
      trustList: {
        operatorKeys,
        store: keepTrustList(trustListFile),
        onProblem: ({ message }) => printError(`${message}\n`),
      },
      recordProcessing: appendProcessingRecords(processingLog),
    });
  } catch (error) {
    return asUsageError(error);
  }
}

function reportError(error: unknown, isJson: boolean, { printError }: CommandPowers): ExitCode {
  const isUsage = error instanceof UsageError;
  const message = error instanceof Error ? error.message : 'Failed.';
  const code = codeOf(error);
  printError(isJson ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`);
  return isUsage ? exitCodes.wrongUsage : exitCodes.failure;
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'failed';
}
