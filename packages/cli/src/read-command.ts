import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type AnyKind,
  Diploma,
  Employment,
  Household,
  Income,
  type Kind,
  Residence,
} from '@grondslag/agency';
import type { Command } from './commands.ts';
import type { Values } from './parse-arguments.ts';
import { reportFacts, reportRead } from './print-outcome.ts';
import { UsageError } from './usage-error.ts';

/** By the name they have on a command line. */
export const kinds: Readonly<Record<string, AnyKind>> = {
  diploma: Diploma,
  employment: Employment,
  household: Household,
  income: Income,
  residence: Residence,
};

/** Reads what a grant, or lawful access, allows: the answer to a query, or facts of one kind. */
export const readCommand: Command = {
  needs: 'GRANT_ID',
  options: ['query', 'file', 'kind'],
  async run({ agency, argument, values, folder }) {
    const question = await questionOf(values, folder);
    if ('query' in question) {
      const outcome = await (await agency()).readClaims(argument, question);
      return { outcome, report: reportRead(outcome) };
    }
    const { kind } = question;
    const outcome = await (await agency()).readClaims(argument, kind);
    return { outcome, report: reportFacts(outcome, Object.keys(kind.fields)) };
  },
};

/** What is asked of one access, or of each of many. */
export type AskedQuestion = { readonly query: string } | { readonly kind: Kind<FieldValues> };

/** Values of a kind that is known only when the command runs. */
export type FieldValues = Record<string, unknown>;

/** @throws {UsageError} unless it is one of `--query`, `--file` and `--kind` */
export async function questionOf(values: Values, folder: string): Promise<AskedQuestion> {
  const asked = [values.query, values.file, values.kind].filter((one) => one !== undefined);
  if (asked.length !== 1) {
    throw new UsageError('Expected one of --query SPARQL, --file QUERY.rq and --kind KIND.');
  }
  if (values.kind === undefined) return { query: await queryOf(values, folder) };
  const kind = Object.hasOwn(kinds, values.kind) ? kinds[values.kind] : undefined;
  if (!kind) throw new UsageError(`Expected --kind ${Object.keys(kinds).join(', ')}.`);
  return { kind: kind as Kind<FieldValues> };
}

async function queryOf({ query, file }: Values, folder: string): Promise<string> {
  if (query !== undefined) return query;
  try {
    return await readFile(resolve(folder, file ?? ''), 'utf8');
  } catch {
    throw new UsageError(`Expected a query at ${file}, cannot read it.`);
  }
}
