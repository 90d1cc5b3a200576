import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type Agency, readProcessingLog } from '@grondslag/agency';
import { accessCommands } from './access-commands.ts';
import { activityCommands } from './activity-commands.ts';
import { findEntitledCommand } from './approach/find-entitled-command.ts';
import { asUsageError } from './as-usage-error.ts';
import { claimsCommands } from './claims/claims-commands.ts';
import { correctionCommands } from './correction-commands.ts';
import { emergencyCommands } from './emergency-commands.ts';
import { lawCheck } from './law-command.ts';
import { letterCommand } from './letter-command.ts';
import type { Config, TrustConfig } from './load-config.ts';
import { loadQuestion } from './load-question.ts';
import { authorityCommands } from './mandates/authority-commands.ts';
import { mandateCommands } from './mandates/mandate-commands.ts';
import { readManyCommand } from './many/read-many-command.ts';
import { runsCommands } from './many/runs-commands.ts';
import { workCommand } from './many/work-command.ts';
import { numberOf } from './number-of.ts';
import { objectionCommands } from './objection-commands.ts';
import { officialCommands } from './official-commands.ts';
import type { Values } from './parse-arguments.ts';
import { participantCommands } from './participant-commands.ts';
import { type Report, reportDecision, reportLog, reportRequest } from './print-outcome.ts';
import { purposeCommands } from './purpose-commands.ts';
import { readCommand } from './read-command.ts';
import { rightsCommands } from './rights-commands.ts';
import { shapesTypes } from './shapes-command.ts';
import { stopCommand } from './stop-command.ts';
import type { Ask } from './terminal/ask.ts';
import { webhookCommands } from './webhook-commands.ts';

/** What one command works with. */
export interface CommandContext {
  /** Read at the first call: what is written down offline needs none. */
  readonly config: () => Promise<Config>;
  /** What of the configuration says whom to believe, whatever else that has or lacks. */
  readonly trustConfig: () => Promise<TrustConfig>;
  /** What is piped in, as text; read once. */
  readonly stdin: () => Promise<string>;
  /** What is piped in, as it comes. */
  readonly stdinStream: () => Readable;
  /** Writes over a line of the terminal; `undefined` where nobody looks. */
  readonly progress: ((text: string) => void) | undefined;
  /** Resolves when whoever started a server, or a long run, wants it to end. */
  readonly stopped: () => Promise<void>;
  /** Folder that paths are relative to. */
  readonly folder: string;
  /** Made at the first call: the log needs none. */
  readonly agency: () => Promise<Agency>;
  /** Asks whoever sits at the terminal; `undefined` where nobody does. */
  readonly ask: Ask | undefined;
  /** To that same person, between questions. */
  readonly print: (text: string) => void;
  readonly now: () => Date;
  /** What follows the name of the command; empty when nothing does. */
  readonly argument: string;
  /** What follows that, of a command with `many`. */
  readonly more: readonly string[];
  readonly values: Values;
}

/** One command: what it takes, and its outcome both as data and for people. */
export interface Command {
  /** Name of its argument, when it takes one. */
  readonly needs?: string;
  /** Whether more may follow its argument. */
  readonly many?: true;
  /** Options beyond `--config`, `--json` and `--help`. */
  readonly options: readonly string[];
  readonly run: (context: CommandContext) => Promise<{ outcome: unknown; report: Report }>;
}

/** The commands by name, in the order of the story. */
export const commands: Readonly<Record<string, Command>> = {
  request: {
    needs: 'QUESTION.json',
    options: ['citizen'],
    async run({ agency, argument, values, folder, now }) {
      const question = await loadQuestion(resolve(folder, argument), values.citizen, now());
      const outcome = await (await agency()).requestAccess(question).catch(asUsageError);
      return { outcome, report: reportRequest(outcome) };
    },
  },
  wait: {
    needs: 'REQUEST_ID',
    options: ['timeout', 'every'],
    async run({ agency, argument, values }) {
      const outcome = await (await agency()).waitForDecision(argument, {
        timeoutSeconds: numberOf('timeout', values.timeout, 60, 0),
        pollSeconds: numberOf('every', values.every, 5, 1),
      });
      return { outcome, report: reportDecision(outcome) };
    },
  },
  read: readCommand,
  'read-many': readManyCommand,
  work: workCommand,
  ...runsCommands,
  'find-entitled': findEntitledCommand,
  ...accessCommands,
  stop: stopCommand,
  ...purposeCommands,
  letter: letterCommand,
  log: {
    options: ['last'],
    async run({ config, values }) {
      const { processingLog } = await config();
      const { records, damagedLines } = await readProcessingLog(processingLog);
      const last = numberOf('last', values.last, 20, 1);
      const outcome = { records: records.slice(-last), damagedLines };
      return { outcome, report: reportLog(outcome) };
    },
  },
  ...participantCommands,
  ...activityCommands,
  ...officialCommands,
  ...mandateCommands,
  ...authorityCommands,
  ...objectionCommands,
  ...rightsCommands,
  ...emergencyCommands,
  ...correctionCommands,
  ...webhookCommands,
  'law check': lawCheck,
  'shapes types': shapesTypes,
  ...claimsCommands,
};
