import { resolve } from 'node:path';
import { type KeptPurpose, openPurposeBook, type PurposeOutcome } from '@grondslag/agency';
import { asUsageError } from './as-usage-error.ts';
import type { Command, CommandContext } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { readOfficialKey } from './mandates/authority-commands.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_BOOK = 'purposes.jsonl';

/** What is kept for which access, and its end. */
export const purposeCommands: Readonly<Record<string, Command>> = {
  'purposes keep': {
    needs: 'ACCESS_ID',
    options: ['erase', 'until', 'book'],
    async run(context) {
      const { argument: access, values, folder } = context;
      const { erase = [], until } = values;
      const endsAt = until === undefined ? undefined : new Date(until);
      if (endsAt && Number.isNaN(endsAt.getTime())) {
        throw new UsageError('Expected --until as 2027-01-31 or 2027-01-31T12:00:00Z.');
      }
      const book = await openBook(context);
      const files = erase.map((file) => resolve(folder, file));
      await book.keep(access, { files, ...(endsAt && { endsAt }) }).catch(asUsageError);
      return tell(book.list().filter((one) => one.access === access));
    },
  },
  'purposes close': {
    needs: 'ACCESS_ID',
    options: ['book'],
    async run(context) {
      const { argument: access } = context;
      const book = await openBook(context);
      await book.close(access, context.now()).catch(asUsageError);
      return tell(book.list().filter((one) => one.access === access));
    },
  },
  'purposes list': {
    options: ['book'],
    async run(context) {
      return tell((await openBook(context)).list());
    },
  },
  'purposes end': {
    options: ['book', 'key'],
    async run(context) {
      const key = await readOfficialKey(context);
      const book = await openBook(context);
      const outcome: PurposeOutcome[] = [];
      for await (const one of (await context.agency()).endPurposes({ book, key })) {
        outcome.push(one);
      }
      const lines = outcome.flatMap(outcomeLines);
      const hasFailed = outcome.some(({ status }) => status === 'failed');
      return {
        outcome,
        report: {
          lines: lines.length > 0 ? lines : ['Nothing is due.'],
          exitCode: hasFailed ? exitCodes.failure : exitCodes.ok,
        },
      };
    },
  },
};

async function openBook({ values, folder }: CommandContext) {
  return openPurposeBook(resolve(folder, values.book ?? DEFAULT_BOOK)).catch((error) => {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  });
}

function tell(outcome: readonly KeptPurpose[]) {
  const lines = outcome.map(({ access, endsAt, closedAt, files, end }) => {
    const dated = endsAt ? `ends ${endsAt.toISOString().slice(0, 10)}` : 'ends when it is closed';
    const open = closedAt ? 'closed' : dated;
    return [end ? 'ended' : open, access, `${files.length} files`].join('  ');
  });
  const none = ['Nothing is kept.'];
  return { outcome, report: { lines: lines.length > 0 ? lines : none, exitCode: exitCodes.ok } };
}

function outcomeLines(outcome: PurposeOutcome): readonly string[] {
  if (outcome.status === 'failed') {
    return [`Failed: ${outcome.access} (${outcome.code}). ${outcome.detail}`];
  }
  const { access, erasedAt, files, recordedAt } = outcome;
  const told = recordedAt ? 'the citizen sees it' : 'kept in the book alone';
  return [
    `Ended: ${access}`,
    ...files.map(
      ({ file, bytes, sha256 }) => `  Erased: ${file} (${bytes} bytes, sha256 ${sha256})`,
    ),
    `  Signed ${erasedAt.toISOString()}; ${told}.`,
  ];
}
