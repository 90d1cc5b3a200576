import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type AnyKind,
  Diploma,
  Employment,
  type FactsOutcome,
  Household,
  Income,
  type Kind,
  Residence,
} from '@grondslag/agency';
import type { Command } from './commands.ts';
import type { Values } from './parse-arguments.ts';
import { reportFacts, reportRead } from './print-outcome.ts';
import { UsageError } from './usage-error.ts';

const kinds: Readonly<Record<string, AnyKind>> = {
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
    const asked = [values.query, values.file, values.kind].filter((one) => one !== undefined);
    if (asked.length !== 1) {
      throw new UsageError('Expected one of --query SPARQL, --file QUERY.rq and --kind KIND.');
    }
    if (values.kind === undefined) {
      const query = await queryOf(values, folder);
      const outcome = await (await agency()).readClaims(argument, { query });
      return { outcome, report: reportRead(outcome) };
    }
    const kind = kinds[values.kind];
    if (!kind || !Object.hasOwn(kinds, values.kind)) {
      throw new UsageError(`Expected --kind ${Object.keys(kinds).join(', ')}.`);
    }
    const outcome: FactsOutcome<Record<string, unknown>> = await (await agency()).readClaims(
      argument,
      kind as Kind<Record<string, unknown>>,
    );
    return { outcome, report: reportFacts(outcome, Object.keys(kind.fields)) };
  },
};

/** The query of `--query` or of the file of `--file`. */
export async function queryOf({ query, file }: Values, folder: string): Promise<string> {
  if (query !== undefined) return query;
  try {
    return await readFile(resolve(folder, file ?? ''), 'utf8');
  } catch {
    throw new UsageError(`Expected a query at ${file}, cannot read it.`);
  }
}
