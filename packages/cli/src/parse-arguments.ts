import { parseArgs } from 'node:util';
import type { Command } from './commands.ts';
import { UsageError } from './usage-error.ts';

/** All options; which of them a command takes is in its definition. */
export const options = {
  config: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  citizen: { type: 'string' },
  timeout: { type: 'string' },
  every: { type: 'string' },
  query: { type: 'string' },
  file: { type: 'string' },
  kind: { type: 'string' },
  erase: { type: 'string', multiple: true },
  born: { type: 'string' },
  to: { type: 'string' },
  app: { type: 'string' },
  resource: { type: 'string' },
  field: { type: 'string', multiple: true },
  doubt: { type: 'string' },
  type: { type: 'string', multiple: true },
  book: { type: 'string' },
  until: { type: 'string' },
  after: { type: 'string' },
  last: { type: 'string' },
  from: { type: 'string' },
  draft: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  register: { type: 'string' },
  activity: { type: 'string' },
  laws: { type: 'string', multiple: true },
  documents: { type: 'string' },
  on: { type: 'string' },
  by: { type: 'string' },
  role: { type: 'string' },
  reasons: { type: 'string' },
  key: { type: 'string' },
  outcome: { type: 'string' },
  review: { type: 'string' },
  ground: { type: 'string' },
  state: { type: 'string' },
  replacement: { type: 'string' },
  trust: { type: 'string' },
  contexts: { type: 'string' },
  operator: { type: 'string' },
  host: { type: 'string', multiple: true },
  about: { type: 'string' },
  'max-age': { type: 'string' },
  form: { type: 'string' },
  port: { type: 'string' },
  format: { type: 'string' },
  checkpoint: { type: 'string' },
  'at-once': { type: 'string' },
  'at-once-per-host': { type: 'string' },
  purpose: { type: 'string' },
  run: { type: 'string' },
  plan: { type: 'string' },
  once: { type: 'boolean' },
  'vc-api': { type: 'boolean' },
  'listen-beyond-this-machine': { type: 'string' },
  suite: { type: 'string' },
  curve: { type: 'string' },
  pointer: { type: 'string', multiple: true },
  'status-list': { type: 'string' },
  'status-index': { type: 'string' },
  'status-purpose': { type: 'string' },
} as const;

/** The options of a command line. */
export type Values = ReturnType<typeof parseArguments>['values'];

/**
 * Takes a command line apart.
 *
 * @throws {UsageError} for an option that does not exist, or one without its value
 */
export function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Expected a command.');
  }
}

/** @throws {UsageError} when a command is given too little, too much, or an option of another one */
export function checkArguments(
  name: string,
  command: Command,
  argument: string,
  more: readonly string[],
  values: Values,
): void {
  if (command.needs !== undefined && argument === '') {
    throw new UsageError(`Expected: grondslag ${name} ${command.needs}`);
  }
  const extra = command.needs === undefined && argument !== '' ? [argument, ...more] : more;
  if (extra.length > 0 && !command.many) {
    throw new UsageError(`Expected nothing more than “${name}” takes, got: ${extra.join(' ')}`);
  }
  const allowed = ['config', 'json', 'help', 'version', ...command.options];
  const foreign = Object.keys(values).find((option) => !allowed.includes(option));
  if (foreign !== undefined) throw new UsageError(`“${name}” takes no --${foreign}.`);
}
