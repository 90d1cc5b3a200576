import { basename } from 'node:path';
import { ClaimsError, type StatusPlace } from '@grondslag/claims';
import type { Command } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Values } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { deriveInSuite, issueInSuite, issueSuites } from './choose-suite.ts';
import { readContexts } from './read-contexts.ts';
import { readJsonCredential } from './read-credential.ts';

/** Making credentials, and showing a part of one. Both print the credential. */
export const issueCommands: Readonly<Record<string, Command>> = {
  'claims issue': {
    needs: 'CREDENTIAL.json',
    options: [
      'key',
      'suite',
      'pointer',
      'contexts',
      'status-list',
      'status-index',
      'status-purpose',
    ],
    async run(context) {
      const { argument, values, folder, now } = context;
      const suite = suiteOf(values.suite);
      const status = statusOf(values);
      const credential = await readJsonCredential(argument, context);
      const options = {
        now: now(),
        ...(await readContexts(context)),
        ...(status && { status }),
        ...(values.pointer && { mandatoryPointers: values.pointer }),
      };
      const from = { key: values.key, folder };
      const issued = await issueInSuite(credential, suite, from, options).catch((error: unknown) =>
        asUsageError(error, argument),
      );
      return printed(issued);
    },
  },
  'claims derive': {
    needs: 'CREDENTIAL.json',
    options: ['pointer', 'contexts'],
    async run(context) {
      const { argument, values } = context;
      const { contexts } = await readContexts(context);
      const credential = await readJsonCredential(argument, context);
      const derived = await deriveInSuite(credential, values.pointer ?? [], contexts).catch(
        (error: unknown) => asUsageError(error, argument),
      );
      return printed(derived);
    },
  },
};

function printed(credential: object) {
  const lines = [JSON.stringify(credential, null, 2)];
  return { outcome: credential, report: { lines, exitCode: exitCodes.ok } };
}

function suiteOf(name = 'eddsa-rdfc-2022') {
  const suite = issueSuites.find((known) => known === name);
  if (suite) return suite;
  throw new UsageError(`Expected --suite ${issueSuites.join(', ')}.`);
}

function statusOf(values: Values): StatusPlace | undefined {
  const { 'status-list': list, 'status-index': index, 'status-purpose': purpose } = values;
  if (list === undefined && index === undefined && purpose === undefined) return undefined;
  const isPurpose = purpose === undefined || purpose === 'revocation' || purpose === 'suspension';
  if (!list || !URL.canParse(list) || !/^\d{1,9}$/.test(index ?? '') || !isPurpose) {
    throw new UsageError(
      'Expected --status-list URL --status-index NUMBER, and --status-purpose revocation or suspension.',
    );
  }
  return { list, index: Number(index), purpose: purpose ?? 'revocation' };
}

/** What is wrong with the credential or the key is for who called. */
function asUsageError(error: unknown, file: string): never {
  throw error instanceof ClaimsError
    ? new UsageError(`Of ${basename(file)} (${error.code}): ${error.message}`)
    : error;
}
