import { ClaimsError, describeCredential, type NarrowedClaim, readStored } from '@grondslag/claims';
import { createQueryEngine } from '@grondslag/claims/query';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOf } from '../mandates/language-of.ts';
import { answerLines } from '../print-outcome.ts';
import { UsageError } from '../usage-error.ts';
import { type CheckedCredential, createCheck } from './check-credential.ts';
import { describeLines } from './describe-lines.ts';
import { issueCommands } from './issue-commands.ts';
import { keyCommand } from './key-command.ts';
import { readContexts } from './read-contexts.ts';
import { readCredential } from './read-credential.ts';
import { readTrust } from './read-trust.ts';
import { reportChecks } from './report-check.ts';
import { serveCommand } from './serve-command.ts';
import { verdicts } from './words.ts';

const checkOptions = [
  'trust',
  'operator',
  'host',
  'about',
  'max-age',
  'form',
  'contexts',
  'lang',
] as const;

/** Credentials as files: verify, ask, look at, make. */
export const claimsCommands: Readonly<Record<string, Command>> = {
  'claims verify': {
    needs: 'FILE…',
    many: true,
    options: checkOptions,
    async run(context) {
      const { checks } = await checkAll([context.argument, ...context.more], context);
      return { outcome: checks, report: reportChecks(checks, languageOf(context)) };
    },
  },
  'claims query': {
    needs: "'SPARQL' FILE…",
    many: true,
    options: checkOptions,
    async run(context) {
      const { argument, more } = context;
      if (more.length === 0)
        throw new UsageError("Expected: grondslag claims query 'SPARQL' FILE…");
      const { checks, claims, isTrusted } = await checkAll(more, context);
      if (!isTrusted) {
        throw new UsageError(
          'Expected --trust FILE, or an authority in the configuration: only what is verified is asked.',
        );
      }
      // A person waits longer than a server, and pays for the start of the engine each time.
      const engine = createQueryEngine({ timeoutSeconds: 60 });
      try {
        const dataset = engine.createDataset();
        dataset.add(claims);
        const answer = await dataset.query(argument);
        const left = checks.filter(({ verdict }) => verdict !== 'verified');
        const { lines } = reportChecks(left, languageOf(context));
        return {
          outcome: { answer, checks },
          report: {
            lines: [...answerLines(answer), ...(left.length > 0 ? ['', ...lines] : [])],
            exitCode: left.length > 0 ? exitCodes.expectedNegative : exitCodes.ok,
          },
        };
      } finally {
        await engine.close();
      }
    },
  },
  'claims inspect': {
    needs: 'FILE',
    options: ['form', 'contexts', 'lang'],
    async run(context) {
      const { text, form, name } = await readCredential(context.argument, context);
      const { contexts } = await readContexts(context);
      const { canonical, proofs } = await readStored(text, form, contexts).catch(
        (error: unknown) => {
          throw error instanceof ClaimsError ? notReadable(name, error) : error;
        },
      );
      const says = describeCredential(canonical);
      if (!says) throw new UsageError(`Expected one credential in ${name}.`);
      const language = languageOf(context);
      const signatures = proofs.map(
        ({ cryptosuite, verificationMethod }) => `  ${cryptosuite}  ${verificationMethod}`,
      );
      return {
        outcome: { file: name, checked: false, says, proofs, canonical },
        report: {
          lines: [
            `${name}: ${verdicts.inspected[language]}`,
            ...describeLines(says, language),
            ...signatures,
          ],
          exitCode: exitCodes.ok,
        },
      };
    },
  },
  'claims key': keyCommand,
  ...issueCommands,
  'claims serve': serveCommand,
};

async function checkAll(names: readonly string[], context: CommandContext) {
  const { values, now } = context;
  const trust = await readTrust(context);
  const check = createCheck({
    trust,
    hosts: values.host ?? [],
    about: values.about,
    maxAgeDays: daysOf(values['max-age']),
    now,
    ...(await readContexts(context)),
  });
  const checks: CheckedCredential[] = [];
  const claims: NarrowedClaim[] = [];
  for (const name of names) {
    const { checked, claim } = await check(await readCredential(name, context));
    checks.push(checked);
    if (claim) claims.push(claim);
  }
  return { checks, claims, isTrusted: trust !== undefined };
}

function daysOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const days = Number(text);
  if (text !== '' && Number.isFinite(days) && days >= 0) return days;
  throw new UsageError('Expected a number of days for --max-age.');
}

function notReadable(name: string, { code, message }: ClaimsError): UsageError {
  return new UsageError(`Of ${name} (${code}): ${message}`);
}
